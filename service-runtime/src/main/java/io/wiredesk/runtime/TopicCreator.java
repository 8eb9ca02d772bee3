package io.wiredesk.runtime;

import io.wiredesk.schemas.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Creates what is absent of the declared topics; never changes one that exists. Waits for a broker
 * that is away.
 */
public final class TopicCreator {

  private final Map<String, Object> adminConfig;
  private final int partitions;
  private final int replication;
  private final Patience patience;

  /** A creator that asks with the settings' client configuration, partitions and replication. */
  public TopicCreator(Settings settings, Health health) {
    this.adminConfig = new HashMap<>(settings.clientConfig());
    this.adminConfig.keySet().removeIf(key -> key.startsWith(Settings.REGISTRY_PREFIX));
    this.adminConfig.putIfAbsent("request.timeout.ms", 5_000);
    this.adminConfig.putIfAbsent("default.api.timeout.ms", 10_000);
    this.partitions = settings.integer(CommonSettings.PARTITIONS);
    this.replication = settings.integer(CommonSettings.REPLICATION);
    this.patience = Patience.with("kafka", health);
  }

  /**
   * Makes sure that the topics exist.
   *
   * @throws KafkaException when the broker refuses, or stays away past the patience
   */
  public void ensure(Collection<Topic> topics) {
    List<NewTopic> wanted = new ArrayList<>();
    for (Topic topic : topics) {
      wanted.add(
          new NewTopic(topic.topicName(), Optional.of(partitions), replicas())
              .configs(topic.policy().config()));
    }
    try (Admin admin = Admin.create(adminConfig)) {
      patience.retry(() -> create(admin, wanted));
    }
  }

  private Optional<Short> replicas() {
    return replication < 0 ? Optional.empty() : Optional.of((short) replication);
  }

  private static boolean create(Admin admin, List<NewTopic> wanted) {
    try {
      Set<String> present = admin.listTopics().names().get();
      List<NewTopic> absent = wanted.stream().filter(t -> !present.contains(t.name())).toList();
      for (var creation : admin.createTopics(absent).values().values()) {
        settle(creation);
      }
      return true;
    } catch (ExecutionException e) {
      throw asRuntime(e);
    } catch (InterruptedException e) {
      throw new org.apache.kafka.common.errors.InterruptException(e);
    }
  }

  private static void settle(org.apache.kafka.common.KafkaFuture<Void> creation)
      throws InterruptedException, ExecutionException {
    try {
      creation.get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) { // another service was faster
        throw e;
      }
    }
  }

  private static RuntimeException asRuntime(ExecutionException e) {
    return e.getCause() instanceof RuntimeException cause
        ? cause
        : new TimeoutException(e.getMessage(), e);
  }
}
