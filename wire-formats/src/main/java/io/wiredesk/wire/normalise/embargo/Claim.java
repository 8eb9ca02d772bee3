package io.wiredesk.wire.normalise.embargo;

import io.wiredesk.wire.normalise.embargo.Line.Part;

/**
 * That a part of a line announces an embargo. Immutable.
 *
 * @param part where
 * @param from its first word
 * @param scope the word from which on its end is said
 * @param sure an embargo whether or not an end is said; else only with one that lies ahead
 */
record Claim(Part part, int from, int scope, boolean sure) {}
