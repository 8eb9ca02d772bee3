package io.wiredesk.ingest.topology;

import io.wiredesk.schemas.TakenStory;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The stories of one task that came in takes: at most {@link #MOST}, with the times at which
 * something is due, and how many of their takes wait. Keys are feed and story with a line feed
 * between. One stream thread; close it with the task.
 */
final class StoriesInTakes {

  /** Stories that one task remembers, waiting or gone on. */
  static final int MOST = 500;

  private final KeyValueStore<String, TakenStory> store;
  private final Account account;
  private final Map<String, Due> due = new HashMap<>();

  private record Due(long until, int waiting) {}

  StoriesInTakes(KeyValueStore<String, TakenStory> store, Account account) {
    this.store = store;
    this.account = account;
    try (KeyValueIterator<String, TakenStory> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<String, TakenStory> entry = all.next();
        boolean waits = entry.value.getUri() == null;
        note(entry.key, entry.value, waits ? entry.value.getTakes().size() : 0);
      }
    }
  }

  @Nullable TakenStory get(String key) {
    return store.get(key);
  }

  /** A take was added. */
  void put(String key, TakenStory story) {
    store.put(key, story);
    note(key, story, waitingOf(key) + 1);
  }

  /** Nothing of the story waits any longer. */
  void wentOn(String key, TakenStory story) {
    store.put(key, story);
    note(key, story, 0);
  }

  void forget(String key) {
    store.delete(key);
    account.waiting(feed(key), -waitingOf(key));
    due.remove(key);
  }

  /** Takes of the story that have not gone on. */
  int waitingOf(String key) {
    Due known = due.get(key);
    return known == null ? 0 : known.waiting;
  }

  /** Stories whose time is over: to go on, or to be forgotten. */
  List<String> due(long now) {
    return due.entrySet().stream()
        .filter(entry -> entry.getValue().until <= now)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Stories too many, those that are due first. */
  List<String> overflowing() {
    return due.size() <= MOST
        ? List.of()
        : due.entrySet().stream()
            .sorted(Comparator.comparingLong(entry -> entry.getValue().until))
            .limit(due.size() - MOST)
            .map(Map.Entry::getKey)
            .toList();
  }

  /** The task goes elsewhere, and what waits with it. */
  void close() {
    due.forEach((key, known) -> account.waiting(feed(key), -known.waiting));
    due.clear();
  }

  private void note(String key, TakenStory story, int waiting) {
    account.waiting(feed(key), waiting - waitingOf(key));
    due.put(key, new Due(story.getUntil().toEpochMilli(), waiting));
  }

  private static String feed(String key) {
    return key.substring(0, key.indexOf('\n'));
  }
}
