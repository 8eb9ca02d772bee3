/**
 * Embargoes that agencies announce in words: in headlines, slugs, keywords, notes, letterheads and
 * at the end of the copy. Rules by parts of a line (what announces, until when, what takes it
 * back), with the words in a table. Where something is announced and its end is not understood, the
 * item stays back. Pure.
 */
@NullMarked
package io.wiredesk.wire.normalise.embargo;

import org.jspecify.annotations.NullMarked;
