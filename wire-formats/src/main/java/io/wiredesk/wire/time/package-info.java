/**
 * Tells time: dates, clocks and zones as wires write them, one reading for every format and for
 * embargo lines. Pure: no clock of its own, nothing of Kafka.
 */
@NullMarked
package io.wiredesk.wire.time;

import org.jspecify.annotations.NullMarked;
