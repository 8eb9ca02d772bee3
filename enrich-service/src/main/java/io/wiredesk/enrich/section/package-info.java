/**
 * Newsroom sections of an item: the agency's own codes, mapped to IPTC Media Topics, first; where
 * they are silent a sentence model with a linear head, learnt at build time from {@code
 * media-topics.txt}.
 */
@NullMarked
package io.wiredesk.enrich.section;

import org.jspecify.annotations.NullMarked;
