package io.wiredesk.ingest.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What a task remembers for the length of a window: under each key a few values with the time each
 * was last seen. Values hold no white space. Forgetting goes in small steps, so that it never holds
 * the stream up. One stream thread.
 */
final class Memory {

  private static final Duration STEP = Duration.ofSeconds(30);
  private static final int KEYS_A_STEP = 5_000;
  private static final int VALUES_A_KEY = 32;

  private final KeyValueStore<String, String> store;
  private final long windowMillis;
  private @Nullable String next;

  private Memory(KeyValueStore<String, String> store, Duration window) {
    this.store = store;
    this.windowMillis = window.toMillis();
  }

  /**
   * The memory in the task's store of that name; forgetting is scheduled with the task's own clock.
   */
  static Memory in(ProcessingContext context, String storeName, Duration window) {
    Memory memory = new Memory(context.getStateStore(storeName), window);
    Cancellable forever =
        context.schedule(
            STEP, PunctuationType.WALL_CLOCK_TIME, now -> memory.forget(Instant.ofEpochMilli(now)));
    assert forever != null;
    return memory;
  }

  /** Values under the key that were seen within the window before {@code at}. */
  Set<String> values(String key, long at) {
    return fresh(store.get(key), at).keySet();
  }

  /** The value under the key that was seen last; null where none is known. */
  @Nullable String latest(String key, long at) {
    return latest(key, at, Duration.ofMillis(windowMillis));
  }

  /** The same, where it was seen within a shorter time before {@code at}. */
  @Nullable String latest(String key, long at, Duration window) {
    String latest = null;
    long newest = at - window.toMillis();
    for (Map.Entry<String, Long> seen : fresh(store.get(key), at).entrySet()) {
      if (seen.getValue() >= newest) { // of two at one time the one that was added later
        newest = seen.getValue();
        latest = seen.getKey();
      }
    }
    return latest;
  }

  /** Remembers a value under the key. */
  void add(String key, String value, long at) {
    Map<String, Long> values = fresh(store.get(key), at);
    values.remove(value); // the newest stands last
    values.put(value, at);
    if (values.size() > VALUES_A_KEY) {
      values.remove(values.keySet().iterator().next());
    }
    store.put(key, text(values));
  }

  /** Forgets what is under the key. */
  void drop(String key) {
    store.delete(key);
  }

  /** One step of forgetting, from where the last one ended. */
  void forget(Instant now) {
    try (KeyValueIterator<String, String> entries =
        next == null ? store.all() : store.range(next, null)) {
      for (int i = 0; i < KEYS_A_STEP && entries.hasNext(); i++) {
        KeyValue<String, String> entry = entries.next();
        if (fresh(entry.value, now.toEpochMilli()).isEmpty()) {
          store.delete(entry.key);
        }
      }
      next = entries.hasNext() ? entries.peekNextKey() : null;
    }
  }

  private Map<String, Long> fresh(@Nullable String text, long at) {
    Map<String, Long> values = new LinkedHashMap<>();
    if (text != null) {
      for (String entry : text.split(" ")) {
        int cut = entry.indexOf('|');
        long seen = Long.parseLong(entry.substring(0, cut));
        if (at - seen <= windowMillis) {
          values.put(entry.substring(cut + 1), seen);
        }
      }
    }
    return values;
  }

  private static String text(Map<String, Long> values) {
    StringBuilder text = new StringBuilder();
    values.forEach(
        (value, seen) ->
            text.append(text.isEmpty() ? "" : " ").append(seen).append('|').append(value));
    return text.toString();
  }
}
