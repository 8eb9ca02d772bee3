/**
 * The wires' codes in one spelling: IPTC NewsCodes as full URIs, language tags as BCP 47, ninjs
 * types. Pure.
 */
@NullMarked
package io.wiredesk.wire.normalise.vocabulary;

import org.jspecify.annotations.NullMarked;
