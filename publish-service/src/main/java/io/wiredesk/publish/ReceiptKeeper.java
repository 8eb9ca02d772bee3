package io.wiredesk.publish;

import io.micrometer.core.instrument.Gauge;
import io.wiredesk.publish.http.ReceiptRoutes;
import io.wiredesk.publish.index.PublicIndex;
import io.wiredesk.publish.index.Query;
import io.wiredesk.publish.receipt.ReceiptBook;
import io.wiredesk.runtime.Metrics;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.Receipt;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Keeps the book of receipts up to date, and a gauge for each consumer: the age of the oldest kill
 * that it owes a receipt for. One thread takes; gauges may be read by any.
 */
final class ReceiptKeeper {

  static final String GAUGE = "publish.receipts.owed.age.seconds";

  /** Names come from outside: a stranger must not fill the metrics. */
  private static final int MOST_GAUGES = 200;

  private final ReceiptBook book;
  private final PublicIndex index;
  private final Metrics metrics;
  private final Clock clock;
  private final Set<String> gauged = new HashSet<>();

  ReceiptKeeper(ReceiptBook book, PublicIndex index, Metrics metrics, Clock clock) {
    this.book = book;
    this.index = index;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Takes a record of the topic; one without a value takes the receipt back. */
  void take(ConsumerRecord<String, Receipt> record) {
    if (record.value() == null) {
      book.remove(record.key());
      return;
    }
    book.put(record.value());
    String consumer = record.value().getConsumer();
    if (gauged.size() < MOST_GAUGES && gauged.add(consumer)) {
      Gauge.builder(GAUGE, () -> age(consumer))
          .description("Age of the oldest kill without a receipt of this consumer.")
          .tag("consumer", consumer)
          .register(metrics.registry());
    }
  }

  private double age(String consumer) {
    Query kills =
        new Query(
            EnumSet.of(PublicState.CANCELED),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            null,
            index.capacity());
    List<ReceiptBook.Kill> all =
        index.page(kills).items().stream().map(ReceiptRoutes::kill).toList();
    return book.oldestOwed(consumer, all, clock.instant()).toMillis() / 1000.0;
  }
}
