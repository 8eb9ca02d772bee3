import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Prints what becomes public: bootstrap servers and registry URL are the arguments. */
public final class PrintPublished {
  public static void main(String[] args) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers", args.length > 0 ? args[0] : "localhost:9092",
            "schema.registry.url", args.length > 1 ? args[1] : "http://localhost:8081",
            "group.id", "example-java",
            "auto.offset.reset", "earliest",
            "isolation.level", "read_committed",
            "key.deserializer", "org.apache.kafka.common.serialization.StringDeserializer",
            // io.confluent.kafka.serializers.KafkaAvroDeserializer does the same
            "value.deserializer", "io.wiredesk.registry.serde.KafkaAvroDeserializer");
    try (var consumer = new KafkaConsumer<String, GenericRecord>(config)) {
      consumer.subscribe(List.of("news.published"));
      while (true) {
        for (var message : consumer.poll(Duration.ofSeconds(1))) {
          GenericRecord published = message.value();
          if (published != null) { // null: the item is gone for good
            GenericRecord item = (GenericRecord) published.get("item");
            var headlines = (List<?>) item.get("headlines");
            Object headline = headlines.isEmpty() ? "" : ((GenericRecord) headlines.get(0)).get("value");
            System.out.println(published.get("state") + " " + message.key() + " " + headline);
          }
        }
      }
    }
  }
}
