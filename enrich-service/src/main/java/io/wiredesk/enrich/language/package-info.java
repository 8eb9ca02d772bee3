/** The language of a text, checked against the tag on the wire. */
@NullMarked
package io.wiredesk.enrich.language;

import org.jspecify.annotations.NullMarked;
