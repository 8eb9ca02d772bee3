/**
 * Names in languages without a trained recogniser, by evidence: first names, titles and verbs of
 * saying for people; tables, prepositions and inflection for places; head words and short forms for
 * organisations. {@link io.wiredesk.enrich.entity.multilingual.EvidenceFinder} is the way in; what
 * a language needs stands in a folder of its own in the resources.
 */
@NullMarked
package io.wiredesk.enrich.entity.multilingual;

import org.jspecify.annotations.NullMarked;
