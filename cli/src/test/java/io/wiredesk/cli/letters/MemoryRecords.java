package io.wiredesk.cli.letters;

import io.wiredesk.runtime.LogPosition;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/** A log in memory. */
final class MemoryRecords implements RecordLog {

  private final Map<LogPosition, SpecificRecord> records = new LinkedHashMap<>();

  MemoryRecords put(String topic, int partition, long offset, SpecificRecord record) {
    records.put(new LogPosition(topic, partition, offset), record);
    return this;
  }

  @Override
  public Set<String> topics() {
    return records.keySet().stream().map(LogPosition::topic).collect(Collectors.toSet());
  }

  @Override
  public void readSince(String topic, Instant since, BiConsumer<LogPosition, SpecificRecord> sink) {
    records.forEach(
        (position, record) -> {
          if (position.topic().equals(topic)) {
            sink.accept(position, record);
          }
        });
  }

  @Override
  public Optional<SpecificRecord> fetch(LogPosition position) {
    return Optional.ofNullable(records.get(position));
  }

  @Override
  public void close() {}
}
