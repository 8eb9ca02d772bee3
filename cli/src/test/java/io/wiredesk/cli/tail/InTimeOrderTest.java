package io.wiredesk.cli.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

final class InTimeOrderTest {

  private static final TopicPartition ONE = new TopicPartition("t", 1);
  private static final TopicPartition TWO = new TopicPartition("t", 2);

  private final List<String> seen = new ArrayList<>();
  private final InTimeOrder<String> order = new InTimeOrder<>(Set.of(ONE, TWO));

  @Test
  void partitionsAreMergedByTime() {
    add(ONE, 10, 20, 50);
    add(TWO, 15, 30, 40);
    caughtUp(ONE, TWO);
    assertThat(drained()).containsExactly("1@10", "2@15", "1@20", "2@30", "2@40", "1@50");
  }

  @Test
  void nothingIsHandedOnThatSomethingEarlierMayComeBefore() {
    add(ONE, 10, 20, 50);
    assertThat(drained()).isEmpty();
    add(TWO, 15);
    assertThat(drained()).containsExactly("1@10", "2@15");
    add(TWO, 16);
    caughtUp(ONE, TWO);
    assertThat(drained()).containsExactly("1@10", "2@15", "2@16", "1@20", "1@50");
  }

  @Test
  void whatComesAfterTheEndNeedsNoWait() {
    caughtUp(ONE, TWO);
    add(TWO, 100);
    assertThat(drained()).containsExactly("2@100");
  }

  @Test
  void aPartitionFarAheadWaitsForTheOthers() {
    for (int i = 0; i < 1_000; i++) {
      add(ONE, i);
    }
    assertThat(order.full()).containsExactly(ONE);
    caughtUp(TWO);
    drained();
    assertThat(order.full()).isEmpty();
  }

  private List<String> drained() {
    order.drain(record -> seen.add(record.partition() + "@" + record.timestamp()));
    return seen;
  }

  private void caughtUp(TopicPartition... partitions) {
    for (TopicPartition partition : partitions) {
      order.caughtUp(partition);
    }
  }

  private void add(TopicPartition partition, long... times) {
    for (long time : times) {
      order.add(
          new ConsumerRecord<>(
              partition.topic(),
              partition.partition(),
              time,
              time,
              TimestampType.CREATE_TIME,
              0,
              0,
              "key",
              "value",
              new RecordHeaders(),
              Optional.empty()));
    }
  }
}
