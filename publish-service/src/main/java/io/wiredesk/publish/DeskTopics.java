package io.wiredesk.publish;

import io.wiredesk.runtime.Subjects;
import io.wiredesk.runtime.TopicCreator;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.Topic;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Makes the topics of desks, and knows which there are: nothing may be written to a topic that an
 * operator deleted with its desk, or the whole gate would wait for it. The topics of desks in the
 * file are taken to be there, because they are made again; others are asked for. Thread-safe.
 */
final class DeskTopics implements Consumer<Set<String>>, Predicate<String> {

  /** How long an answer about the topic of a desk that is not in the file is good. */
  private static final long GOOD_NANOS = 5_000_000_000L;

  private final TopicCreator creator;
  private final Subjects subjects;
  private final int partitions;
  private volatile Set<String> made = Set.of();
  private volatile Answer answer = new Answer(Set.of(), System.nanoTime() - GOOD_NANOS);

  /** All topics there were at that time. */
  private record Answer(Set<String> topics, long nanos) {}

  /**
   * @param partitions of each topic that is made
   */
  DeskTopics(TopicCreator creator, Subjects subjects, int partitions) {
    this.creator = creator;
    this.subjects = subjects;
    this.partitions = partitions;
  }

  /**
   * Makes the topics of these desks, and their subjects in the registry, where they are absent.
   *
   * @throws org.apache.kafka.common.KafkaException while the broker or the registry is away, or
   *     refuses
   */
  @Override
  public void accept(Set<String> desks) {
    ask(desks.stream().collect(Collectors.toMap(DeskTopics::topic, desk -> Topic.DESK_POLICY)));
    desks.forEach(desk -> subjects.ensure(topic(desk), PublishedItem.getClassSchema()));
    made = Set.copyOf(desks);
  }

  /** True if the desk has a topic; asks the broker where that is not known. */
  @Override
  public boolean test(String desk) {
    if (made.contains(desk)) {
      return true;
    }
    Answer known = answer;
    if (System.nanoTime() - known.nanos() >= GOOD_NANOS) {
      known = ask(Map.of());
    }
    return known.topics().contains(topic(desk));
  }

  private Answer ask(Map<String, Topic.Policy> wanted) {
    long now = System.nanoTime();
    Answer fresh = new Answer(creator.ensure(wanted, partitions), now);
    answer = fresh;
    return fresh;
  }

  static String topic(String desk) {
    return Topic.DESK_PREFIX + desk;
  }
}
