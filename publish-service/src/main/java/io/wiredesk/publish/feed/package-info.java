/** How public states are told outside Kafka: ninjs 3.1 JSON and server-sent events. */
@NullMarked
package io.wiredesk.publish.feed;

import org.jspecify.annotations.NullMarked;
