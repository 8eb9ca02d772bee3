package io.wiredesk.cli.tail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Records of several partitions in the order of their timestamps, as far as each partition is in
 * that order itself. A record is handed on as soon as no partition can have an earlier one: each
 * has one waiting, or has reached the end that it had at the start. One thread.
 */
final class InTimeOrder<V> {

  /** Records of one partition that wait, beyond which it need not be read for a while. */
  private static final int ENOUGH = 1_000;

  private final Map<TopicPartition, Deque<ConsumerRecord<String, V>>> waiting = new HashMap<>();
  private final Set<TopicPartition> behind;

  /**
   * Nothing was read yet.
   *
   * @param behind partitions that have not been read up to their end
   */
  InTimeOrder(Set<TopicPartition> behind) {
    this.behind = new HashSet<>(behind);
  }

  /** A record was read. */
  void add(ConsumerRecord<String, V> record) {
    waiting.computeIfAbsent(partition(record), any -> new ArrayDeque<>()).add(record);
  }

  /** The partition has been read up to the end that it had at the start. */
  void caughtUp(TopicPartition partition) {
    behind.remove(partition);
  }

  /** Whether some partition is not yet read up to its end. */
  boolean isBehind() {
    return !behind.isEmpty();
  }

  /** Partitions of which enough waits while others are behind. */
  Set<TopicPartition> full() {
    Set<TopicPartition> full = new HashSet<>();
    waiting.forEach(
        (partition, records) -> {
          if (isBehind() && records.size() >= ENOUGH) {
            full.add(partition);
          }
        });
    return full;
  }

  /** Hands on what nothing earlier can come before. */
  void drain(Consumer<ConsumerRecord<String, V>> sink) {
    while (behind.stream().allMatch(partition -> head(partition) != null)) {
      TopicPartition first = null;
      for (TopicPartition partition : waiting.keySet()) {
        if (head(partition) != null && (first == null || isEarlier(partition, first))) {
          first = partition;
        }
      }
      if (first == null) {
        return;
      }
      sink.accept(waiting.get(first).remove());
    }
  }

  private boolean isEarlier(TopicPartition one, TopicPartition other) {
    long mine = waiting.get(one).element().timestamp();
    long theirs = waiting.get(other).element().timestamp();
    return mine < theirs || (mine == theirs && one.partition() < other.partition());
  }

  private @org.jspecify.annotations.Nullable ConsumerRecord<String, V> head(
      TopicPartition partition) {
    Deque<ConsumerRecord<String, V>> records = waiting.get(partition);
    return records == null ? null : records.peek();
  }

  private static TopicPartition partition(ConsumerRecord<?, ?> record) {
    return new TopicPartition(record.topic(), record.partition());
  }
}
