package io.wiredesk.publish;

import static io.wiredesk.publish.NewsItems.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.OrderAction;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

final class FirstInLineTest {

  private static final long THIRTY_DAYS = 30L * 24 * 3600 * 1000;
  private final FirstInLine rank = new FirstInLine();

  @Test
  void urgentItemsComeBeforeAllThatWaitsAndKeepTheirOrder() {
    long first = of(NewsItems.story(1).build(), NOON.toEpochMilli());
    long second = of(NewsItems.story(2).build(), NOON.toEpochMilli() + 1);
    assertThat(first).isNotNegative().isLessThan(NOON.toEpochMilli() - THIRTY_DAYS);
    assertThat(second).isEqualTo(first + 1);
  }

  @Test
  void anEditorsOrdersAndThoseOfUrgentItemsComeFirstToo() {
    GateOrder byHand = order();
    byHand.setByHand(true);
    GateOrder ahead = order();
    ahead.setAhead(true);
    assertThat(of(byHand, NOON.toEpochMilli())).isLessThan(NOON.toEpochMilli() - THIRTY_DAYS);
    assertThat(of(ahead, NOON.toEpochMilli())).isLessThan(NOON.toEpochMilli() - THIRTY_DAYS);
  }

  @Test
  void otherOrdersKeepThePlaceOfTheItemThatGaveThem() {
    assertThat(of(order(), 1234)).isEqualTo(1234);
  }

  @Test
  void aRecordWithoutAUsefulTimeIsNotDropped() {
    assertThat(of(NewsItems.story(1).build(), 0)).isZero();
  }

  private long of(SpecificRecord value, long timestamp) {
    return rank.extract(
        new ConsumerRecord<>(
            "t",
            0,
            0,
            timestamp,
            TimestampType.CREATE_TIME,
            0,
            0,
            "key",
            value,
            new RecordHeaders(),
            Optional.empty()),
        -1);
  }

  private static GateOrder order() {
    return GateOrder.newBuilder()
        .setUri(NewsItems.URI)
        .setAction(OrderAction.KILL)
        .setBy("urn:test:kill")
        .setAt(NOON)
        .build();
  }
}
