/**
 * {@code news.raw} to {@code news.items} in Kafka Streams: the only package of the service that
 * speaks the DSL.
 */
@NullMarked
package io.wiredesk.ingest.topology;

import org.jspecify.annotations.NullMarked;
