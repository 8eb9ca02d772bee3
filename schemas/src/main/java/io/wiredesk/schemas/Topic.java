package io.wiredesk.schemas;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Every topic of Wiredesk: name, key, value, partitions, retention. The only place where they are
 * declared; services create what is absent from here. Immutable.
 *
 * <p>The two {@code .urgent} topics hold copies: what is urgent goes over them ahead of what waits
 * on the topics without that suffix, on which it comes all the same, once.
 */
public enum Topic {
  RAW("news.raw", "feed name", RawNews.getClassSchema(), Policy.delete(Duration.ofDays(30))),
  ITEMS("news.items", "item uri", NewsItem.getClassSchema(), Policy.keepForever()),
  ITEMS_URGENT(
      "news.items.urgent",
      "item uri",
      NewsItem.getClassSchema(),
      Policy.delete(Duration.ofDays(1))),
  ENRICHED(
      "news.enriched", "item uri", NewsItem.getClassSchema(), Policy.delete(Duration.ofDays(30))),
  ENRICHED_URGENT(
      "news.enriched.urgent",
      "item uri",
      NewsItem.getClassSchema(),
      Policy.delete(Duration.ofDays(1))),
  ORDERS(
      "news.orders", "item uri", GateOrder.getClassSchema(), Policy.delete(Duration.ofDays(365))),
  PUBLISHED("news.published", "item uri", PublishedItem.getClassSchema(), Policy.compactSoon()),
  DEAD_LETTERS(
      "news.dead-letters",
      "key of the record that failed",
      DeadLetter.getClassSchema(),
      Policy.delete(Duration.ofDays(90))),
  DUPLICATES(
      "news.duplicates",
      "feed name",
      Duplicate.getClassSchema(),
      Policy.delete(Duration.ofDays(30))),
  RECEIPTS(
      "news.receipts",
      "consumer and uri, separated by a space",
      Receipt.getClassSchema(),
      Policy.compact()),
  MARKS(
      "news.marks",
      "kind, who or when, and uri, separated by spaces",
      Mark.getClassSchema(),
      Policy.compactFor(Duration.ofDays(30))),
  FEED_MARKS(
      "news.feed-marks",
      "feed and mark, separated by a space",
      FeedMark.getClassSchema(),
      Policy.compactFor(Duration.ofDays(100)));

  /** Partitions of every topic unless an operator says otherwise. */
  public static final int DEFAULT_PARTITIONS = 6;

  /**
   * Prefix of the topics of the desks, {@code news.desk.<desk>}: {@link PublishedItem} by uri, kept
   * seven days.
   */
  public static final String DESK_PREFIX = "news.desk.";

  /**
   * Partitions of a desk's topic unless an operator says otherwise: every partition that a commit
   * reaches costs it a marker, and a desk's reader wants one order.
   */
  public static final int DESK_PARTITIONS = 1;

  /** Retention of a desk's topic. */
  public static final Policy DESK_POLICY = Policy.delete(Duration.ofDays(7));

  /**
   * Largest record a topic takes, in bytes: a raw item of the largest permitted size and its
   * envelope.
   */
  public static final int MAX_RECORD_BYTES = 12 * 1024 * 1024;

  private final String topicName;
  private final String key;
  private final Schema valueSchema;
  private final Policy policy;

  Topic(String topicName, String key, Schema valueSchema, Policy policy) {
    this.topicName = topicName;
    this.key = key;
    this.valueSchema = valueSchema;
    this.policy = policy;
  }

  /** Name on the broker. */
  public String topicName() {
    return topicName;
  }

  /** What the key (always a UTF-8 string) holds, in words. */
  public String key() {
    return key;
  }

  /** Avro schema of the value. */
  public Schema valueSchema() {
    return valueSchema;
  }

  /** Retention. */
  public Policy policy() {
    return policy;
  }

  /** The declared topic of that name, if there is one; desk topics are not declared here. */
  public static Optional<Topic> byName(String name) {
    return Arrays.stream(values()).filter(t -> t.topicName.equals(name)).findFirst();
  }

  /**
   * How long a topic keeps what.
   *
   * @param replaced how long a record may stay that a newer one of its key replaces, once another
   *     record follows on its partition; null: as long as the cluster likes
   */
  public record Policy(String cleanup, Duration retention, @Nullable Duration replaced) {

    /** Half of what is promised: a segment must be closed before it is cleaned. */
    private static final Duration SOON = Duration.ofMinutes(30);

    /** Room for two of the largest records; small, so that cleaning it is quick. */
    private static final int SEGMENT_BYTES = 2 * MAX_RECORD_BYTES;

    static Policy delete(Duration retention) {
      return new Policy("delete", retention, null);
    }

    static Policy keepForever() {
      return new Policy("delete", Duration.ofMillis(-1), null);
    }

    static Policy compact() {
      return new Policy("compact", Duration.ofMillis(-1), null);
    }

    /** What is replaced is gone within an hour of the next record on its partition. */
    static Policy compactSoon() {
      return new Policy("compact", Duration.ofMillis(-1), SOON);
    }

    static Policy compactFor(Duration retention) {
      return new Policy("compact,delete", retention, null);
    }

    /** What a topic that exists is told as well, in Kafka's keys; empty: nothing. */
    public Map<String, String> upkeep() {
      if (replaced == null) {
        return Map.of();
      }
      String millis = Long.toString(replaced.toMillis());
      return new TreeMap<>(
          Map.of(
              "max.compaction.lag.ms",
              millis,
              "segment.ms",
              millis,
              "segment.bytes",
              Integer.toString(SEGMENT_BYTES)));
    }

    /** The topic configuration in Kafka's keys, in order of key. */
    public Map<String, String> config() {
      Map<String, String> config = new TreeMap<>();
      config.put("cleanup.policy", cleanup);
      config.put("max.message.bytes", Integer.toString(MAX_RECORD_BYTES));
      if (cleanup.endsWith("delete")) {
        config.put("retention.ms", Long.toString(retention.toMillis()));
      }
      config.putAll(upkeep());
      return config;
    }
  }
}
