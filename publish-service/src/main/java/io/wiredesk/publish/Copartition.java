package io.wiredesk.publish;

import io.wiredesk.runtime.Health;
import io.wiredesk.runtime.Patience;
import io.wiredesk.runtime.Settings;
import io.wiredesk.runtime.SettingsException;
import io.wiredesk.schemas.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Checks that an item, its urgent copy and the orders upon it come to the same task: with unlike
 * numbers of partitions a kill would go to a gate that has never heard of the story. Stateless.
 */
final class Copartition {

  private Copartition() {}

  /**
   * Looks at the topics as they are.
   *
   * @throws SettingsException where the numbers differ
   */
  static void require(Settings settings, Health health) {
    Map<String, Object> config = new HashMap<>(settings.clientConfig());
    config.keySet().removeIf(name -> name.startsWith(Settings.REGISTRY_PREFIX));
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      Patience patience = Patience.with("kafka", health);
      int items = patience.retry(() -> count(consumer, Topic.ENRICHED));
      for (Topic beside : List.of(Topic.ORDERS, Topic.ENRICHED_URGENT)) {
        int count = patience.retry(() -> count(consumer, beside));
        if (items != count) {
          throw new SettingsException(message(items, beside, count));
        }
      }
    }
  }

  private static String message(int items, Topic beside, int count) {
    return Topic.ENRICHED.topicName()
        + " has "
        + items
        + " partitions and "
        + beside.topicName()
        + " has "
        + count
        + "; kills would miss their items, so both must have the same number.";
  }

  private static int count(KafkaConsumer<byte[], byte[]> consumer, Topic topic) {
    int count = consumer.partitionsFor(topic.topicName()).size();
    if (count == 0) { // just created: not every broker knows it yet
      throw new UnknownTopicOrPartitionException(topic.topicName() + " is not known yet");
    }
    return count;
  }
}
