package io.wiredesk.publish;

import io.wiredesk.publish.kill.OpenKills;
import io.wiredesk.publish.mark.MarkBook;
import io.wiredesk.runtime.Parts;
import io.wiredesk.runtime.Settings;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.Mark;
import io.wiredesk.schemas.Receipt;
import io.wiredesk.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;

/** What the HTTP side knows, each followed from its topic. Closed with the parts. */
final class Followers {

  private final Parts parts;
  private final Settings settings;
  private final TopicFollower.Signs signs;

  Followers(Parts parts, Settings settings, TopicFollower.Signs signs) {
    this.parts = parts;
    this.settings = settings;
    this.signs = signs;
  }

  void published(PublishedSink sink) {
    follow(Topic.PUBLISHED, "public-index", sink, sink::caughtUp);
  }

  void receipts(ReceiptKeeper keeper) {
    TopicFollower.Sink<Receipt> sink = keeper::take;
    follow(Topic.RECEIPTS, "receipts", sink, () -> {});
  }

  void marks(MarkBook book) {
    TopicFollower.Sink<Mark> sink = record -> book.put(record.key(), record.value());
    follow(Topic.MARKS, "marks", sink, () -> {});
  }

  /** Both in full, so that what was decided before a restart is decided after it. */
  void kills(OpenKills kills) {
    TopicFollower.Sink<DeadLetter> letters =
        record -> {
          if (record.value() != null) {
            kills.take(
                "%s-%d-%d".formatted(record.topic(), record.partition(), record.offset()),
                record.value());
          }
        };
    TopicFollower.Sink<GateOrder> orders =
        record -> {
          if (record.value() != null) {
            kills.take(record.value());
          }
        };
    follow(Topic.DEAD_LETTERS, "open-kills", letters, () -> {});
    follow(Topic.ORDERS, "orders-by-hand", orders, () -> {});
  }

  private <V extends SpecificRecord> void follow(
      Topic topic, String part, TopicFollower.Sink<V> sink, Runnable caughtUp) {
    parts.add(
        TopicFollower.start(
            settings, new TopicFollower.Into<>(topic, part, sink, caughtUp, signs)));
  }
}
