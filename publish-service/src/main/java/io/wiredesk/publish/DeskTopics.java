package io.wiredesk.publish;

import io.wiredesk.runtime.TopicCreator;
import io.wiredesk.schemas.Topic;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Makes the topics of desks, and knows which there are: nothing may be written to a topic that an
 * operator deleted with its desk, or the whole gate would wait for it. Thread-safe.
 */
final class DeskTopics implements Consumer<Set<String>>, Predicate<String> {

  /** How long a topic that was not there is not asked for again. */
  private static final long ABSENT_NANOS = 30_000_000_000L;

  private final TopicCreator creator;
  private final Map<String, Long> absent = new ConcurrentHashMap<>();
  private volatile Set<String> present = Set.of();

  DeskTopics(TopicCreator creator) {
    this.creator = creator;
  }

  /**
   * Makes the topics of these desks where they are absent.
   *
   * @throws org.apache.kafka.common.KafkaException while the broker is away, or refuses
   */
  @Override
  public void accept(Set<String> desks) {
    present =
        creator.ensure(
            desks.stream().collect(Collectors.toMap(DeskTopics::topic, desk -> Topic.DESK_POLICY)));
    absent.clear();
  }

  /** True if the desk has a topic; asks the broker where that is not known. */
  @Override
  public boolean test(String desk) {
    if (present.contains(topic(desk))) {
      return true;
    }
    Long asked = absent.get(desk);
    if (asked != null && System.nanoTime() - asked < ABSENT_NANOS) {
      return false;
    }
    present = creator.ensure(Map.<String, Topic.Policy>of());
    if (present.contains(topic(desk))) {
      return true;
    }
    absent.put(desk, System.nanoTime());
    return false;
  }

  static String topic(String desk) {
    return Topic.DESK_PREFIX + desk;
  }
}
