/**
 * What the web offers: RSS and Atom feeds, article pages with their JSON-LD and OpenGraph data.
 * Nothing is fetched. Pure.
 */
@NullMarked
package io.wiredesk.wire.parse.web;

import org.jspecify.annotations.NullMarked;
