/**
 * The enrich service: news.items → news.enriched. {@link io.wiredesk.enrich.ItemEnricher} composes
 * the enrichers, each pure and in a package of its own.
 */
@NullMarked
package io.wiredesk.enrich;

import org.jspecify.annotations.NullMarked;
