/**
 * What is known of names outside the articles: countries, cities, bodies, newsmakers and companies
 * with their identifiers, and how a name of an article is linked to one of them. Tables are
 * resources beside the code.
 */
@NullMarked
package io.wiredesk.enrich.entity.gazetteer;

import org.jspecify.annotations.NullMarked;
