package io.wiredesk.runtime;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The record's own timestamp; one that a foreign producer left out (-1) is taken to be that of the
 * record before it, so that it stops nothing. Stateless.
 */
public final class TimeOfRecord implements TimestampExtractor {

  /** Made by Streams. */
  public TimeOfRecord() {}

  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    return record.timestamp() >= 0 ? record.timestamp() : Math.max(0, partitionTime);
  }
}
