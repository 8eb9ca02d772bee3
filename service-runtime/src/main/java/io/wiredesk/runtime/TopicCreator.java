package io.wiredesk.runtime;

import io.wiredesk.schemas.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
 * Creates what is absent of the declared topics, and tells those that exist how they are cleaned
 * ({@link TopicUpkeep}); says where the cluster is too old for what is promised. Waits for a broker
 * that is away.
 */
public final class TopicCreator {

  /** A controller refuses requests for more than 10,000 partitions. */
  private static final int MOST_AT_ONCE = 100;

  private final Map<String, Object> adminConfig;
  private final int partitions;
  private final int replication;
  private final Patience patience;
  private final Health health;

  /** A creator that asks with the settings' client configuration, partitions and replication. */
  public TopicCreator(Settings settings, Health health) {
    this.adminConfig = new HashMap<>(settings.clientConfig());
    this.adminConfig.keySet().removeIf(key -> key.startsWith(Settings.REGISTRY_PREFIX));
    this.adminConfig.putIfAbsent("request.timeout.ms", 5_000);
    this.adminConfig.putIfAbsent("default.api.timeout.ms", 10_000);
    this.partitions = settings.integer(CommonSettings.PARTITIONS);
    this.replication = settings.integer(CommonSettings.REPLICATION);
    this.patience = Patience.with("kafka", health);
    this.health = health;
  }

  /**
   * Makes sure that the topics exist.
   *
   * @throws KafkaException when the broker refuses, or stays away past the patience
   */
  public void ensure(Collection<Topic> topics) {
    Map<String, Topic.Policy> wanted = new LinkedHashMap<>();
    topics.forEach(topic -> wanted.put(topic.topicName(), topic.policy()));
    ensure(wanted, partitions);
    try (Admin admin = Admin.create(adminConfig)) {
      TopicUpkeep.tell(admin, topics, health);
      TopicUpkeep.checkTransactions(admin, health);
    }
  }

  /**
   * Makes sure that topics which are not declared exist, by name.
   *
   * @param partitions of each topic that is made
   * @return every topic that exists now
   * @throws KafkaException when the broker refuses, or stays away past the patience
   */
  public Set<String> ensure(Map<String, Topic.Policy> topics, int partitions) {
    List<NewTopic> wanted = new ArrayList<>();
    topics.forEach(
        (name, policy) ->
            wanted.add(
                new NewTopic(name, Optional.of(partitions), replicas()).configs(policy.config())));
    try (Admin admin = Admin.create(adminConfig)) {
      return patience.retry(() -> create(admin, wanted));
    }
  }

  private Optional<Short> replicas() {
    return replication < 0 ? Optional.empty() : Optional.of((short) replication);
  }

  private static Set<String> create(Admin admin, List<NewTopic> wanted) {
    try {
      Set<String> present = new HashSet<>(admin.listTopics().names().get());
      List<NewTopic> absent = wanted.stream().filter(t -> !present.contains(t.name())).toList();
      for (int i = 0; i < absent.size(); i += MOST_AT_ONCE) {
        List<NewTopic> some = absent.subList(i, Math.min(absent.size(), i + MOST_AT_ONCE));
        for (var creation : admin.createTopics(some).values().values()) {
          settle(creation);
        }
        some.forEach(topic -> present.add(topic.name()));
      }
      // made is not yet known: who subscribes now might be told that there is no such topic
      admin.describeTopics(wanted.stream().map(NewTopic::name).toList()).allTopicNames().get();
      return present;
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
