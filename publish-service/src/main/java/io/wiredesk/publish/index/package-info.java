/**
 * The public states of the newest items, in memory, for the HTTP side: built from {@code
 * news.published}, so that every instance can answer. No Kafka, no HTTP.
 */
@NullMarked
package io.wiredesk.publish.index;

import org.jspecify.annotations.NullMarked;
