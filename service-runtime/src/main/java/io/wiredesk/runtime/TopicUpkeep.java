package io.wiredesk.runtime;

import io.wiredesk.schemas.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a cluster must be told, or must be, so that killed text leaves the public topic and a stall
 * costs nothing. A topic that exists gets what the contract says of its cleaning, where nobody set
 * it on the topic before. What the cluster refuses is a warning: the service goes on. Stateless.
 */
final class TopicUpkeep {

  static final String TOPICS = "kafka-topics";
  static final String TRANSACTIONS = "kafka-transactions";

  /** From this on a transaction that was fenced cannot be mixed up with the next. */
  private static final int LEAST_TRANSACTIONS = 2;

  private static final String FEATURE = "transaction.version";
  private static final Logger LOG = LoggerFactory.getLogger(TopicUpkeep.class);

  private TopicUpkeep() {}

  /** Tells the topics; returns also where the cluster refuses. */
  static void tell(Admin admin, Collection<Topic> topics, Health health) {
    Map<ConfigResource, Topic> cleaned = new LinkedHashMap<>();
    topics.stream()
        .filter(topic -> !topic.policy().upkeep().isEmpty())
        .forEach(topic -> cleaned.put(resource(topic), topic));
    if (cleaned.isEmpty()) {
      return;
    }
    try {
      Map<ConfigResource, Config> present = admin.describeConfigs(cleaned.keySet()).all().get();
      Map<ConfigResource, Collection<AlterConfigOp>> changes = new LinkedHashMap<>();
      List<String> longer = new ArrayList<>();
      cleaned.forEach(
          (resource, topic) -> {
            changes.put(resource, missing(topic, present.get(resource), longer));
          });
      changes.values().removeIf(Collection::isEmpty);
      if (!changes.isEmpty()) {
        admin.incrementalAlterConfigs(changes).all().get();
        LOG.info("Told the topics how they are cleaned: {}", changes);
      }
      show(longer, health);
    } catch (ExecutionException e) {
      refused(e.getCause(), health);
    } catch (KafkaException e) {
      refused(e, health);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  /** Says where the cluster keeps transactions of an older version. */
  static void checkTransactions(Admin admin, Health health) {
    try {
      FinalizedVersionRange range =
          admin.describeFeatures().featureMetadata().get().finalizedFeatures().get(FEATURE);
      int version = range == null ? 0 : range.maxVersionLevel();
      if (version >= LEAST_TRANSACTIONS) {
        health.clearWarning(TRANSACTIONS);
        return;
      }
      warn(
          TRANSACTIONS,
          "The cluster has %s %d, below %d: after a stall or a late commit a transaction may hang or take in records of another. Raise it with `kafka-features.sh upgrade --feature %s=%d`."
              .formatted(FEATURE, version, LEAST_TRANSACTIONS, FEATURE, LEAST_TRANSACTIONS),
          health);
    } catch (ExecutionException e) {
      warn(TRANSACTIONS, "The cluster does not say its " + FEATURE + ": " + e.getCause(), health);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private static Collection<AlterConfigOp> missing(
      Topic topic, Config present, List<String> longer) {
    List<AlterConfigOp> changes = new ArrayList<>();
    topic
        .policy()
        .upkeep()
        .forEach(
            (name, value) -> {
              ConfigEntry entry = present.get(name);
              boolean own =
                  entry != null && entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG;
              if (!own) {
                changes.add(
                    new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET));
              } else if (Long.parseLong(entry.value()) > Long.parseLong(value)) {
                longer.add(topic.topicName() + " has " + name + "=" + entry.value());
              }
            });
    return changes;
  }

  private static void show(List<String> longer, Health health) {
    if (longer.isEmpty()) {
      health.clearWarning(TOPICS);
    } else {
      warn(TOPICS, "Killed text stays longer than an hour: " + String.join(", ", longer), health);
    }
  }

  private static void refused(Throwable why, Health health) {
    warn(
        TOPICS,
        "The cluster does not let "
            + Topic.PUBLISHED.topicName()
            + " be told how it is cleaned, so that killed text may stay in it: "
            + why.getMessage(),
        health);
  }

  private static void warn(String part, String sentence, Health health) {
    LOG.warn("{}", sentence);
    health.warn(part, sentence);
  }

  private static ConfigResource resource(Topic topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
  }
}
