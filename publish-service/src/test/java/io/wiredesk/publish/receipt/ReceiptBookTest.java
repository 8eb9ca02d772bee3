package io.wiredesk.publish.receipt;

import static io.wiredesk.publish.NewsItems.NOON;
import static io.wiredesk.publish.NewsItems.URI;
import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.Receipt;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReceiptBookTest {

  private static final ReceiptBook.Kill KILL = new ReceiptBook.Kill(URI, 2, NOON.plusSeconds(600));

  private final ReceiptBook book = new ReceiptBook(3);

  @Test
  void aConsumerOwesAReceiptForKillsAfterItsFirst() {
    book.put(receipt("cms", "urn:test:other", 2, 0));
    book.put(receipt("late", "urn:test:other", 2, 700));
    assertThat(book.owing(KILL)).containsExactly("cms");
    assertThat(book.oldestOwed("cms", List.of(KILL), NOON.plusSeconds(660)))
        .isEqualTo(Duration.ofMinutes(1));
    book.put(receipt("cms", URI, 2, 650));
    assertThat(book.owing(KILL)).isEmpty();
    assertThat(book.oldestOwed("cms", List.of(KILL), NOON.plusSeconds(660))).isZero();
  }

  @Test
  void aReceiptForAnEarlierStateDoesNotCountForALaterKill() {
    book.put(receipt("cms", URI, 1, 650));
    assertThat(book.owing(KILL)).containsExactly("cms");
    book.put(receipt("cms", URI, 2, 660));
    book.put(receipt("cms", URI, 1, 670));
    assertThat(book.of(URI)).extracting(Receipt::getSequence).containsExactly(2L);
  }

  @Test
  void aConsumerWithoutReceiptsIsNoLongerKnown() {
    book.put(receipt("cms", URI, 1, 0));
    book.remove(ReceiptBook.key("cms", URI));
    assertThat(book.consumers()).isEmpty();
    assertThat(book.of(URI)).isEmpty();
  }

  @Test
  void theUriThatCameFirstIsForgottenFirst() {
    for (int i = 0; i < 4; i++) {
      book.put(receipt("cms", "urn:test:" + i, 1, i));
    }
    assertThat(book.of("urn:test:0")).isEmpty();
    assertThat(book.of("urn:test:1")).hasSize(1);
    assertThat(book.consumers()).containsExactly("cms");
  }

  private static Receipt receipt(String consumer, String uri, long sequence, long seconds) {
    return new Receipt(consumer, uri, sequence, NOON.plusSeconds(seconds), null);
  }
}
