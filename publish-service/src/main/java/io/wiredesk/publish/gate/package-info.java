/**
 * The release gate: which revision of an item is public now, and why not another. Pure: no Kafka,
 * no clock; the state of one uri goes in with an event and an instant, a verdict comes out.
 */
@NullMarked
package io.wiredesk.publish.gate;

import org.jspecify.annotations.NullMarked;
