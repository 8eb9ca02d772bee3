/**
 * Bytes to fields: the detector, one parser a wire format. Pure: the same bytes and profile give
 * the same {@link io.wiredesk.wire.parse.Parsed}; no clock, no Kafka, no network, never an
 * exception for bad input.
 */
@NullMarked
package io.wiredesk.wire.parse;

import org.jspecify.annotations.NullMarked;
