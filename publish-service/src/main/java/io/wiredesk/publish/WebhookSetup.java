package io.wiredesk.publish;

import io.wiredesk.publish.output.Links;
import io.wiredesk.publish.webhook.WebhookDelivery;
import io.wiredesk.publish.webhook.Webhooks;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.runtime.DurableLog;
import io.wiredesk.runtime.Health;
import io.wiredesk.runtime.Serdes;
import io.wiredesk.runtime.Settings;
import io.wiredesk.runtime.Version;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.Stage;
import io.wiredesk.schemas.Topic;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Gives the webhooks their consumers, and the log for receipts and dead letters. Stateless. */
final class WebhookSetup {

  /** Records of one poll: as many as a line takes in order. */
  private static final int RECORDS = 50;

  private WebhookSetup() {}

  static Webhooks start(
      Settings settings,
      Webhooks.Plan plan,
      Health health,
      DurableLog log,
      Clock clock,
      Links links) {
    WebhookDelivery delivery =
        new WebhookDelivery(
            (group, fromStart) -> consumer(settings, health, group, fromStart),
            log,
            new DeadLetters(Stage.PUBLISH, clock, Version.CURRENT),
            links,
            clock);
    return delivery.webhooks(plan, health).start();
  }

  private static Consumer<String, PublishedItem> consumer(
      Settings settings, Health health, @Nullable String group, boolean fromStart) {
    Map<String, Object> config = new HashMap<>(settings.clientConfig());
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, fromStart ? "earliest" : "latest");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS);
    config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Topic.MAX_RECORD_BYTES);
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    if (group != null) {
      config.put(ConsumerConfig.GROUP_ID_CONFIG, Objects.requireNonNull(group));
    }
    return new KafkaConsumer<>(
        config,
        new StringDeserializer(),
        new Serdes(settings, health).<PublishedItem>value().deserializer());
  }
}
