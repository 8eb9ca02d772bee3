package io.wiredesk.ingest.intake;

import io.wiredesk.runtime.DurableLog;
import io.wiredesk.runtime.LogPosition;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.FeedMark;
import io.wiredesk.schemas.RawNews;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.TimeoutException;

/** A log in memory that can be away for a number of appends. Thread-safe. */
public final class MemoryLog implements DurableLog {

  private static final Runnable NOTHING = () -> {};

  public final List<RawNews> raw = new CopyOnWriteArrayList<>();
  public final List<DeadLetter> letters = new CopyOnWriteArrayList<>();
  public final List<FeedMark> marks = new CopyOnWriteArrayList<>();
  public final AtomicInteger awayFor = new AtomicInteger();

  /** The same of marks alone. */
  public final AtomicInteger marksAwayFor = new AtomicInteger();

  /** Runs once, after the next raw record is on the log and before its source is told. */
  public final AtomicReference<Runnable> whenAppended = new AtomicReference<>(NOTHING);

  @Override
  public LogPosition append(String topic, String key, SpecificRecord value) {
    if (awayFor.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      throw new TimeoutException("broker is away");
    }
    if (value instanceof FeedMark mark) {
      if (marksAwayFor.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
        throw new TimeoutException("broker is away");
      }
      marks.add(mark);
      return new LogPosition(topic, 0, marks.size() - 1L);
    }
    if (value instanceof RawNews news) {
      raw.add(news);
      whenAppended.getAndSet(NOTHING).run();
      return new LogPosition(topic, 0, raw.size() - 1L);
    }
    letters.add((DeadLetter) value);
    return new LogPosition(topic, 0, letters.size() - 1L);
  }

  /** Payloads of the raw records as UTF-8, in order. */
  public List<String> texts() {
    return raw.stream()
        .map(news -> StandardCharsets.UTF_8.decode(news.getPayload().duplicate()).toString())
        .toList();
  }

  @Override
  public void close() {}
}
