package io.wiredesk.cli.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {

  @Test
  void keepsTopicsAcrossRestartsOnAnotherPort(@TempDir Path directory) throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, 0);
        Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin
          .createTopics(List.of(new NewTopic("kept", Optional.of(2), Optional.empty())))
          .all()
          .get();
    }
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, 0);
        Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      assertThat(admin.listTopics().names().get()).contains("kept");
    }
  }

  @Test
  void endsWhatAKilledBrokerLeftOpen(@TempDir Path directory) throws Exception {
    Path running = directory.resolve("running");
    Path killed = directory.resolve("killed");
    try (EmbeddedKafka kafka = EmbeddedKafka.start(running, 0);
        KafkaProducer<String, String> producer = producer(kafka)) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>("open", "never committed")).get();
      copy(running, killed); // what a crash at this moment leaves
    }
    assertThat(FormerBroker.wasKilled(running)).isFalse();
    assertThat(FormerBroker.wasKilled(killed)).isTrue();
    try (EmbeddedKafka kafka = EmbeddedKafka.start(killed, 0);
        KafkaProducer<String, String> producer = producer(kafka)) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>("open", "committed")).get();
      producer.commitTransaction();
      assertThat(committed(kafka)).containsExactly("committed");
    }
  }

  private static KafkaProducer<String, String> producer(EmbeddedKafka kafka) throws Exception {
    Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
    try (Admin admin = Admin.create(client)) {
      if (!admin.listTopics().names().get().contains("open")) {
        admin.createTopics(List.of(new NewTopic("open", 1, (short) 1))).all().get();
      }
    }
    Map<String, Object> config = new HashMap<>(client);
    config.put("transactional.id", "only");
    return new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
  }

  /** The first records that a reader of committed ones sees. */
  private static List<String> committed(EmbeddedKafka kafka) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            kafka.bootstrapServers(),
            "isolation.level",
            "read_committed",
            "auto.offset.reset",
            "earliest");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(new TopicPartition("open", 0)));
      List<String> values = new ArrayList<>();
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(r -> values.add(r.value()));
                return !values.isEmpty();
              });
      return values;
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else if (!file.endsWith(".lock")) {
          Files.copy(file, target);
        }
      }
    }
  }
}
