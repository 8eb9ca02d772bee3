package io.wiredesk.publish;

import static io.wiredesk.publish.NewsItems.NOON;
import static io.wiredesk.publish.NewsItems.URI;
import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.publish.feed.ItemJson;
import io.wiredesk.publish.index.PublicIndex;
import io.wiredesk.publish.receipt.ReceiptBook;
import io.wiredesk.runtime.Metrics;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.Receipt;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

final class ReceiptKeeperTest {

  @Test
  void aKillWithoutReceiptAgesInTheMetricsOfEachConsumerThatIsKnown() {
    PublishedItem killed = Published.takenBack(URI, PublicState.CANCELED, 2);
    Clock clock =
        Clock.offset(Clock.fixed(killed.getReleasedAt(), ZoneOffset.UTC), Duration.ofSeconds(90));
    try (Metrics metrics = new Metrics("publish")) {
      PublicIndex index = new PublicIndex(5, clock);
      index.put(new ItemJson().show(killed, 0, 0));
      ReceiptKeeper keeper = new ReceiptKeeper(new ReceiptBook(5), index, metrics, clock);
      keeper.take(record("cms", "urn:test:other", 1));
      keeper.take(record("archive", "urn:test:other", 1));
      keeper.take(record("archive", URI, 2));
      assertThat(age(metrics, "cms")).isEqualTo(90);
      assertThat(age(metrics, "archive")).isZero();
    }
  }

  private static double age(Metrics metrics, String consumer) {
    return metrics.registry().get(ReceiptKeeper.GAUGE).tag("consumer", consumer).gauge().value();
  }

  private static ConsumerRecord<String, Receipt> record(String consumer, String uri, long seq) {
    Receipt receipt = new Receipt(consumer, uri, seq, NOON.minusSeconds(60), null);
    return new ConsumerRecord<>("news.receipts", 0, 0, ReceiptBook.key(consumer, uri), receipt);
  }
}
