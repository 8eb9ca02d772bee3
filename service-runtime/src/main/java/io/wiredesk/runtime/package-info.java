/**
 * What the three services share: settings, health, metrics, HTTP server, topics, Kafka Streams
 * start and stop, dead letters. Knows nothing of news.
 */
@NullMarked
package io.wiredesk.runtime;

import org.jspecify.annotations.NullMarked;
