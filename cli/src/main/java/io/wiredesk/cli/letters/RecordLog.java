package io.wiredesk.cli.letters;

import io.wiredesk.runtime.LogPosition;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;

/** Reads the log without joining a group: committed records alone. One thread; close it. */
interface RecordLog extends AutoCloseable {

  /** Names of the topics that there are. */
  Set<String> topics();

  /** Hands over every record that is on the topic now, each partition in order. */
  default void read(String topic, BiConsumer<LogPosition, SpecificRecord> sink) {
    readSince(topic, Instant.EPOCH, sink);
  }

  /** The same of what was written since then. */
  void readSince(String topic, Instant since, BiConsumer<LogPosition, SpecificRecord> sink);

  /** The record there; empty where there is none, no longer any, or none that can be read. */
  Optional<SpecificRecord> fetch(LogPosition position);

  @Override
  void close();
}
