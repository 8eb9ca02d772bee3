package io.wiredesk.cli.tool;

import io.wiredesk.publish.query.Matcher;
import io.wiredesk.publish.query.NewsQuery;
import io.wiredesk.publish.query.QueryUse;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.Topic;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
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
      names = "--query",
      paramLabel = "Q",
      description =
          "Show only items that match now, as docs/desks.md has it; what is taken back is shown where"
              + " it matched.")
  @Nullable String query;

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

  private final Set<String> matched = new HashSet<>();
  private long shown;

  @Override
  public Integer call() {
    Map<String, Object> config = new HashMap<>();
    config.put("bootstrap.servers", bootstrap);
    config.put("schema.registry.url", registry);
    if (query == null) {
      read(config, record -> true);
      return 0;
    }
    NewsQuery wanted = AskedQuery.read(query, QueryUse.LOOKING_BACK);
    System.err.println(AskedQuery.asRead(wanted));
    try (Matcher matcher = Matcher.of(List.of(wanted), Clock.systemUTC().instant())) {
      read(config, record -> matches(matcher, record));
    }
    return 0;
  }

  private void read(Map<String, Object> config, Predicate<SpecificRecord> wanted) {
    new TopicReader(config)
        .read(
            name(),
            fromBeginning,
            () -> shown < limit && !System.out.checkError(),
            (key, record) -> show(record, wanted));
  }

  /** A notice counts for an item that was shown before: its words are not there any more. */
  private boolean matches(Matcher matcher, SpecificRecord record) {
    if (record instanceof NewsItem item) {
      return !matcher.match(item).queries().isEmpty();
    }
    if (!(record instanceof PublishedItem published)) {
      return false;
    }
    if (published.getState() != PublicState.PUBLISHED) {
      return matched.contains(published.getUri());
    }
    boolean matches = !matcher.match(published).queries().isEmpty();
    if (matches) {
      matched.add(published.getUri());
    }
    return matches;
  }

  private String name() {
    if (desk != null) {
      return Topic.DESK_PREFIX + desk;
    }
    return topic == null ? Topic.PUBLISHED.topicName() : topic;
  }

  private void show(SpecificRecord record, Predicate<SpecificRecord> wanted) {
    if (shown < limit && wanted.test(record)) {
      shown++;
      System.out.println(json ? RecordJson.of(record) : ItemLine.of(record));
    }
  }
}
