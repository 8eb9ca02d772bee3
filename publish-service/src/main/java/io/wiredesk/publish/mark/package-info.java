/** What people set on items for each other: taken, seen, notes. No Kafka, no HTTP. */
@NullMarked
package io.wiredesk.publish.mark;

import org.jspecify.annotations.NullMarked;
