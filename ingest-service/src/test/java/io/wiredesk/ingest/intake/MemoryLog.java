package io.wiredesk.ingest.intake;

import io.wiredesk.runtime.DurableLog;
import io.wiredesk.runtime.LogPosition;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.RawNews;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.TimeoutException;

/** A log in memory that can be away for a number of appends. */
final class MemoryLog implements DurableLog {

  final List<RawNews> raw = new CopyOnWriteArrayList<>();
  final List<DeadLetter> letters = new CopyOnWriteArrayList<>();
  final AtomicInteger awayFor = new AtomicInteger();

  @Override
  public LogPosition append(String topic, String key, SpecificRecord value) {
    if (awayFor.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      throw new TimeoutException("broker is away");
    }
    if (value instanceof RawNews news) {
      raw.add(news);
      return new LogPosition(topic, 0, raw.size() - 1L);
    }
    letters.add((DeadLetter) value);
    return new LogPosition(topic, 0, letters.size() - 1L);
  }

  @Override
  public void close() {}
}
