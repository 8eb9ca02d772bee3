/**
 * Formats that are lines of text: IPTC 7901, ANPA 1312, telex and plain text; and what every parser
 * of text needs: the decoder for character sets, loose dates, paragraphs and tables out of lines.
 * Pure.
 */
@NullMarked
package io.wiredesk.wire.parse.text;

import org.jspecify.annotations.NullMarked;
