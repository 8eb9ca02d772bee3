package io.wiredesk.cli.tool;

import io.wiredesk.schemas.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code wiredesk tail}: shows what arrives on a topic, a readable line an item, until interrupted.
 */
@Command(
    name = "tail",
    description = "Show what arrives on a topic: a line an item, or JSON.",
    mixinStandardHelpOptions = true)
public final class TailCommand implements Callable<Integer> {

  @Option(names = "--topic", description = "Topic (default: news.published).")
  @Nullable String topic;

  @Option(names = "--desk", description = "Show the topic of this desk.")
  @Nullable String desk;

  @Option(
      names = "--from-beginning",
      description = "Start with the oldest record kept, not with the next to come.")
  boolean fromBeginning;

  @Option(names = "--json", description = "Print each record as one line of JSON.")
  boolean json;

  @Option(names = "--limit", paramLabel = "N", description = "Stop after N records.")
  long limit = Long.MAX_VALUE;

  @Option(
      names = "--bootstrap",
      defaultValue = "${env:KAFKA_BOOTSTRAP_SERVERS:-localhost:9092}",
      description = "Kafka brokers (default: ${DEFAULT-VALUE}).")
  String bootstrap = "";

  @Option(
      names = "--registry",
      defaultValue = "${env:SCHEMA_REGISTRY_URL:-http://localhost:8081}",
      description = "Schema registry (default: ${DEFAULT-VALUE}).")
  String registry = "";

  private long shown;

  @Override
  public Integer call() {
    Map<String, Object> config = new HashMap<>();
    config.put("bootstrap.servers", bootstrap);
    config.put("schema.registry.url", registry);
    new TopicReader(config)
        .read(name(), fromBeginning, () -> shown < limit && !System.out.checkError(), this::show);
    return 0;
  }

  private String name() {
    if (desk != null) {
      return Topic.DESK_PREFIX + desk;
    }
    return topic == null ? Topic.PUBLISHED.topicName() : topic;
  }

  private void show(String key, SpecificRecord record) {
    if (shown++ < limit) {
      System.out.println(json ? RecordJson.of(record) : ItemLine.of(record));
    }
  }
}
