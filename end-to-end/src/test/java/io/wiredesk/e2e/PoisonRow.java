package io.wiredesk.e2e;

import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.Duplicate;
import io.wiredesk.schemas.DuplicateKind;
import io.wiredesk.schemas.FeedMark;
import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.Mark;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.OrderAction;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Receipt;
import io.wiredesk.schemas.Source;
import io.wiredesk.schemas.Stage;
import io.wiredesk.schemas.Topic;
import io.wiredesk.schemas.Transport;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.apache.avro.specific.SpecificRecord;

/**
 * What is tried with one topic: a good record of each number, and where it shows that this one was
 * read. A topic without a row fails the test.
 */
enum PoisonRow {
  RAW(Topic.RAW.topicName(), Reader.STREAMS, i -> "poison", PoisonRow::raw),
  ITEMS(Topic.ITEMS.topicName(), Reader.STREAMS, PoisonRow::uri, i -> item(uri(i))),
  ITEMS_URGENT(Topic.ITEMS_URGENT.topicName(), Reader.STREAMS, PoisonRow::uri, i -> item(uri(i))),
  ENRICHED(Topic.ENRICHED.topicName(), Reader.STREAMS, PoisonRow::uri, i -> item(uri(i))),
  ENRICHED_URGENT(
      Topic.ENRICHED_URGENT.topicName(), Reader.STREAMS, PoisonRow::uri, i -> item(uri(i))),
  ORDERS(Topic.ORDERS.topicName(), Reader.STREAMS, PoisonRow::uri, PoisonRow::order),
  BY_URI(
      "wiredesk-ingest-items-by-uri-repartition",
      Reader.STREAMS,
      PoisonRow::uri,
      i -> item(uri(i))),
  PUBLISHED(Topic.PUBLISHED.topicName(), Reader.FOLLOWER, PoisonRow::uri, PoisonRow::published),
  RECEIPTS(
      Topic.RECEIPTS.topicName(),
      Reader.FOLLOWER,
      i -> "cms-" + i + " " + uri(0),
      PoisonRow::receipt),
  MARKS(
      Topic.MARKS.topicName(),
      Reader.FOLLOWER,
      i -> "seen editor-" + i + " " + uri(0),
      PoisonRow::peoplesMark),
  FEED_MARKS(Topic.FEED_MARKS.topicName(), Reader.AT_START, i -> "poison " + i, PoisonRow::mark),
  DEAD_LETTERS(Topic.DEAD_LETTERS.topicName(), Reader.TOOL, PoisonRow::uri, PoisonRow::letter),
  DUPLICATES(Topic.DUPLICATES.topicName(), Reader.TOOL, i -> "poison", PoisonRow::duplicate),
  DESK(Topic.DESK_PREFIX + "all", Reader.TOOL, PoisonRow::uri, PoisonRow::published);

  /** Who reads the topic. */
  enum Reader {
    /** A topology: what it cannot read is a dead letter, and progress is committed past it. */
    STREAMS,
    /** A follower of a service: what it cannot read is passed over, said in health and counted. */
    FOLLOWER,
    /** A service when it starts: what it cannot read is passed over and said in the log. */
    AT_START,
    /** Commands: what they cannot read is passed over and said. */
    TOOL
  }

  private static final Instant NOON = Instant.parse("2026-03-12T12:00:00Z");

  final String topic;
  final Reader reader;
  private final IntFunction<String> key;
  private final IntFunction<SpecificRecord> good;

  PoisonRow(
      String topic, Reader reader, IntFunction<String> key, IntFunction<SpecificRecord> good) {
    this.topic = topic;
    this.reader = reader;
    this.key = key;
    this.good = good;
  }

  static Optional<PoisonRow> of(String topic) {
    return Arrays.stream(values()).filter(row -> row.topic.equals(topic)).findFirst();
  }

  /**
   * What is tried: on a compacted topic a broker takes no record without a key, and one without a
   * value takes its key away.
   */
  List<Poison> poisons() {
    boolean compacted =
        Topic.byName(topic).map(t -> t.policy().cleanup().startsWith("compact")).orElse(false);
    return Arrays.stream(Poison.values())
        .filter(p -> !compacted || (p != Poison.NULL_KEY && p != Poison.NULL_VALUE))
        .toList();
  }

  /** By what a good record is known where it arrives. */
  String sign(int number) {
    return switch (this) {
      case RECEIPTS -> "cms-" + number;
      case MARKS -> "editor-" + number;
      case FEED_MARKS -> Integer.toString(number);
      default -> uri(number);
    };
  }

  String key(int number) {
    return key.apply(number);
  }

  SpecificRecord good(int number) {
    return good.apply(number);
  }

  static String uri(int number) {
    return "urn:poison:" + number;
  }

  static NewsItem item(String uri) {
    return NewsItem.newBuilder()
        .setUri(uri)
        .setRevision(1)
        .setVersionCreated(NOON)
        .setText("Copy of " + uri)
        .setSource(
            Source.newBuilder()
                .setFeed("poison")
                .setTransport(Transport.OTHER)
                .setFormat("ninjs")
                .setReceivedAt(NOON)
                .setSha256("00")
                .build())
        .build();
  }

  private static SpecificRecord raw(int number) {
    return RawNews.newBuilder()
        .setFeed("poison")
        .setTransport(Transport.OTHER)
        .setReceivedAt(NOON)
        .setSha256("poison-" + number)
        .setPayload(ByteBuffer.wrap(Wires.ninjs(uri(number), "1", "Headline " + number, "")))
        .build();
  }

  private static SpecificRecord order(int number) {
    return GateOrder.newBuilder()
        .setUri(uri(number))
        .setAction(OrderAction.KILL)
        .setBy("desk")
        .setByHand(true)
        .setAt(NOON.plusSeconds(60))
        .setReason("A hoax.")
        .build();
  }

  private static SpecificRecord published(int number) {
    return PublishedItem.newBuilder()
        .setUri(uri(number))
        .setState(PublicState.PUBLISHED)
        .setItem(item(uri(number)))
        .setSequence(1)
        .setReleasedAt(NOON)
        .build();
  }

  private static SpecificRecord peoplesMark(int number) {
    return Mark.newBuilder()
        .setUri(uri(0))
        .setKind("seen")
        .setBy("editor-" + number)
        .setAt(NOON)
        .build();
  }

  private static SpecificRecord receipt(int number) {
    return Receipt.newBuilder()
        .setConsumer("cms-" + number)
        .setUri(uri(0))
        .setSequence(1)
        .setActedAt(NOON)
        .build();
  }

  private static SpecificRecord mark(int number) {
    return FeedMark.newBuilder()
        .setFeed("poison")
        .setMark(Integer.toString(number))
        .setTakenAt(NOON)
        .build();
  }

  private static SpecificRecord letter(int number) {
    return DeadLetter.newBuilder()
        .setStage(Stage.PARSE)
        .setReason("MALFORMED")
        .setMessage("letter of " + uri(number))
        .setFeed("poison")
        .setFailedAt(NOON)
        .setPayload(ByteBuffer.wrap(new byte[] {1}))
        .build();
  }

  private static SpecificRecord duplicate(int number) {
    return Duplicate.newBuilder()
        .setKind(DuplicateKind.SAME_BYTES)
        .setFeed("poison")
        .setUri(uri(number))
        .setReceivedAt(NOON)
        .setSha256("00")
        .build();
  }
}
