package io.wiredesk.cli.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wiredesk.cli.CommandFailure;
import io.wiredesk.cli.node.EmbeddedKafka;
import io.wiredesk.registry.serde.AvroSerde;
import io.wiredesk.runtime.LogPosition;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.Stage;
import io.wiredesk.schemas.Topic;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaRecordsIT {

  private static final String TOPIC = Topic.DEAD_LETTERS.topicName();
  private static final String REGISTRY = "mock://kafka-records-it";

  @Test
  void readsWhatIsCommittedAndReadable(@TempDir Path data) throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(data, 0)) {
      write(kafka.bootstrapServers());
      List<String> warnings = new ArrayList<>();
      try (KafkaRecords log = new KafkaRecords(kafka.bootstrapServers(), REGISTRY, warnings::add)) {
        List<String> read = new ArrayList<>();
        log.read(
            TOPIC, (at, record) -> read.add(at.partition() + "-" + at.offset() + message(record)));
        assertThat(read).containsExactlyInAnyOrder("0-0 first", "0-2 second", "1-0 third");
        assertThat(warnings).hasSize(1);
        assertThat(fetched(log, 0, 2)).contains(" second");
        assertThat(fetched(log, 0, 0)).contains(" first");
        assertThat(fetched(log, 0, 1)).as("unreadable").isEmpty();
        assertThat(fetched(log, 1, 2)).as("aborted").isEmpty();
        assertThat(fetched(log, 1, 99)).as("not yet").isEmpty();
        assertThat(fetched(log, 7, 0)).as("no such partition").isEmpty();
        assertThatThrownBy(() -> log.read("news.absent", (at, record) -> {}))
            .isInstanceOf(CommandFailure.class)
            .hasMessageContaining("no topic news.absent");
      }
    }
  }

  private static void write(String bootstrap) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      admin
          .createTopics(List.of(new NewTopic(TOPIC, Optional.of(2), Optional.empty())))
          .all()
          .get();
    }
    Serializer<SpecificRecord> values = new AvroSerde<SpecificRecord>().serializer();
    values.configure(Map.of("schema.registry.url", REGISTRY), false);
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "transactional.id", "letters"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      send(producer, 0, values.serialize(TOPIC, letter("first")));
      send(producer, 0, "no letter".getBytes());
      send(producer, 0, values.serialize(TOPIC, letter("second")));
      send(producer, 1, values.serialize(TOPIC, letter("third")));
      producer.commitTransaction();
      producer.beginTransaction();
      send(producer, 1, values.serialize(TOPIC, letter("aborted")));
      producer.flush();
      producer.abortTransaction();
    }
  }

  private static void send(KafkaProducer<String, byte[]> producer, int partition, byte[] value)
      throws Exception {
    producer.send(new ProducerRecord<>(TOPIC, partition, "a", value)).get();
  }

  private static Optional<String> fetched(KafkaRecords log, int partition, long offset) {
    return log.fetch(new LogPosition(TOPIC, partition, offset)).map(KafkaRecordsIT::message);
  }

  private static String message(SpecificRecord record) {
    return " " + ((DeadLetter) record).getMessage();
  }

  private static DeadLetter letter(String message) {
    return DeadLetter.newBuilder()
        .setStage(Stage.PARSE)
        .setReason("MALFORMED")
        .setMessage(message)
        .setFailedAt(Instant.EPOCH)
        .setPayload(ByteBuffer.allocate(0))
        .build();
  }
}
