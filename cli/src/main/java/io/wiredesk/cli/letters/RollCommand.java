package io.wiredesk.cli.letters;

import io.wiredesk.cli.CommandFailure;
import io.wiredesk.cli.option.LogAddress;
import io.wiredesk.schemas.Topic;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code wiredesk roll}: closes what Kafka keeps open of {@code news.published}. Kafka cleans only
 * what is closed, and closes it when a record follows: where none comes by itself, this writes one
 * without a value under a key that no item has, which means nothing to anybody.
 */
@Command(
    name = "roll",
    description = {
      "Have Kafka clean the idle partitions of news.published: what was killed or replaced half an",
      "hour ago or earlier leaves them within a minute or so."
    },
    mixinStandardHelpOptions = true)
public final class RollCommand implements Callable<Integer> {

  /** Nobody's uri. */
  static final String KEY = "wiredesk:roll";

  @Spec @Nullable CommandSpec spec;
  @Mixin LogAddress address = new LogAddress();

  @Override
  public Integer call() {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers", address.kafka(),
            "acks", "all",
            "max.block.ms", 10_000,
            "delivery.timeout.ms", 20_000,
            "request.timeout.ms", 10_000);
    String topic = Topic.PUBLISHED.topicName();
    int count = 0;
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      for (PartitionInfo partition : producer.partitionsFor(topic)) {
        producer.send(new ProducerRecord<>(topic, partition.partition(), KEY, null)).get();
        count++;
      }
    } catch (ExecutionException | org.apache.kafka.common.errors.TimeoutException e) {
      throw new CommandFailure(
          "Kafka at " + address.kafka() + " does not take it: " + e.getMessage());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
    java.util.Objects.requireNonNull(spec)
        .commandLine()
        .getOut()
        .println("Wrote a record without a value on " + count + " partitions of " + topic + ".");
    return 0;
  }
}
