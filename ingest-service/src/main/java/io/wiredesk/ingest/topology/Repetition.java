package io.wiredesk.ingest.topology;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;

/** Remembers a value under a key for the length of the store's window. */
final class Repetition {

  private Repetition() {}

  /**
   * True if {@code value} was the latest that came under {@code key} within the window; otherwise
   * it is now.
   *
   * @param at event time, epoch milliseconds
   */
  static boolean isKnown(
      WindowStore<String, String> store, String key, String value, long at, Duration window) {
    Instant from = Instant.ofEpochMilli(Math.max(0, at - window.toMillis()));
    String latest = null;
    try (WindowStoreIterator<String> known =
        store.fetch(key, from, Instant.ofEpochMilli(at + window.toMillis()))) {
      while (known.hasNext()) {
        latest = known.next().value;
      }
    }
    if (value.equals(latest)) {
      return true;
    }
    store.put(key, value, at);
    return false;
  }
}
