package io.wiredesk.publish;

import io.wiredesk.schemas.Authority;
import io.wiredesk.schemas.GateOrder;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Ranks what must not wait before all that waits: of the partitions that a task reads, Streams
 * takes the record with the smallest timestamp. Urgent items, an editor's orders and those that
 * came of urgent items go first, in their own order; orders of the ordinary lane keep the place of
 * the item that gave them, so that they come after what they may name. The gate itself goes by the
 * clock and by what the records say, never by these timestamps. Stateless.
 */
final class FirstInLine implements TimestampExtractor {

  /** Longer than anything is kept that may wait here. */
  static final long LEAD_MILLIS = Duration.ofDays(400).toMillis();

  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    boolean waits =
        record.value() instanceof GateOrder order
            && !order.getByHand()
            && !order.getAhead()
            && order.getAuthority() != Authority.DOUBT;
    return waits ? record.timestamp() : Math.max(0, record.timestamp() - LEAD_MILLIS);
  }
}
