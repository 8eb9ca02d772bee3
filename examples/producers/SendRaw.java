import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Puts a wire file on news.raw, as intake does: SERVERS REGISTRY_URL FILE FEED SCHEMA.avsc are the
 * arguments.
 */
public final class SendRaw {
  public static void main(String[] args) throws Exception {
    if (args.length != 5) {
      System.err.println(
          "java -cp 'cli/target/lib/*' SendRaw.java BOOTSTRAP_SERVERS REGISTRY_URL FILE FEED"
              + " SCHEMA.avsc");
      System.exit(2);
    }
    Path file = Path.of(args[2]);
    byte[] payload = Files.readAllBytes(file);
    Schema schema = new Schema.Parser().parse(Path.of(args[4]).toFile());
    GenericRecord raw =
        new GenericRecordBuilder(schema)
            .set("feed", args[3])
            .set(
                "transport",
                new GenericData.EnumSymbol(schema.getField("transport").schema(), "OTHER"))
            .set("sourceName", file.getFileName().toString())
            .set("receivedAt", System.currentTimeMillis())
            .set(
                "sha256",
                "%064x"
                    .formatted(
                        new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(payload))))
            .set("payload", ByteBuffer.wrap(payload))
            .build();
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers", args[0],
            "schema.registry.url", args[1],
            "acks", "all",
            "key.serializer", "org.apache.kafka.common.serialization.StringSerializer",
            // io.confluent.kafka.serializers.KafkaAvroSerializer does the same
            "value.serializer", "io.wiredesk.registry.serde.KafkaAvroSerializer");
    try (var producer = new KafkaProducer<String, GenericRecord>(config)) {
      producer.send(new ProducerRecord<>("news.raw", args[3], raw)).get();
    }
  }
}
