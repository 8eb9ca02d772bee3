/**
 * Desks: stored queries with a topic each. What the desks' file says, which desks an item matches,
 * and what each desk is told of a public state. Pure but for the thread that watches the file; no
 * Kafka.
 */
@NullMarked
package io.wiredesk.publish.desk;

import org.jspecify.annotations.NullMarked;
