package io.wiredesk.cli.tool;

import io.wiredesk.cli.CommandFailure;
import io.wiredesk.publish.query.KnownSources;
import io.wiredesk.publish.query.Matcher;
import io.wiredesk.publish.query.NewsQuery;
import io.wiredesk.publish.query.QueryUse;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.Topic;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code wiredesk desk try QUERY}: what a desk with this query would have now of the last days,
 * matched by the very code that the publish service runs.
 */
@Command(
    name = "try",
    description = {
      "Show which items of the last days a query finds, oldest first.",
      "An item counts in its current state, as news.published has it."
    },
    mixinStandardHelpOptions = true)
public final class DeskTry implements Callable<Integer> {

  @Spec @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "QUERY", description = "As docs/desks.md has it.")
  String query = "";

  @Option(
      names = "--since",
      defaultValue = "3d",
      paramLabel = "T",
      description =
          "Items public since then: 2026-05-01, 2026-05-01T06:00:00Z, or 30m, 12h, 7d ago (default: ${DEFAULT-VALUE}).")
  String since = "";

  @Option(
      names = "--limit",
      defaultValue = "50",
      paramLabel = "N",
      description = "Show the newest N (default: ${DEFAULT-VALUE}).")
  int limit;

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

  private final KnownSources sources = new KnownSources();
  private final Map<String, Line> last = new HashMap<>();
  private long looked;

  /** What is kept of an item that matches. */
  private record Line(Instant releasedAt, String text) {
    static Line of(PublishedItem item) {
      String day = item.getReleasedAt().atZone(ZoneId.systemDefault()).toLocalDate() + " ";
      return new Line(item.getReleasedAt(), Plain.line(day + ItemLine.of(item)));
    }
  }

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new CommandFailure("--limit must be 1 or more.");
    }
    Instant from = Since.parse(since, Clock.systemUTC().instant());
    NewsQuery wanted = AskedQuery.read(query, QueryUse.LOOKING_BACK);
    java.util.Objects.requireNonNull(spec)
        .commandLine()
        .getErr()
        .println(AskedQuery.asRead(wanted));
    try (Matcher matcher = Matcher.of(List.of(wanted), Clock.systemUTC().instant())) {
      Map<String, Object> config = new HashMap<>();
      config.put("bootstrap.servers", bootstrap);
      config.put("schema.registry.url", registry);
      new TopicReader(config)
          .readSince(Topic.PUBLISHED.topicName(), from, (key, record) -> look(matcher, record));
    }
    print();
    sources
        .warnings(wanted)
        .forEach(
            warning ->
                java.util.Objects.requireNonNull(spec)
                    .commandLine()
                    .getErr()
                    .println(Plain.line(warning)));
    return 0;
  }

  /** Of several states of an item the last counts: a correction may have led it away. */
  private void look(Matcher matcher, SpecificRecord record) {
    if (record instanceof PublishedItem item) {
      looked++;
      sources.meet(item.getItem());
      boolean matches =
          item.getState() == PublicState.PUBLISHED && !matcher.match(item).queries().isEmpty();
      if (matches) {
        last.put(item.getUri(), Line.of(item));
      } else {
        last.remove(item.getUri());
      }
    }
  }

  private void print() {
    var command = java.util.Objects.requireNonNull(spec).commandLine();
    PrintWriter out = command.getOut();
    List<Line> shown = new ArrayList<>(last.values());
    shown.sort(Comparator.comparing(Line::releasedAt).thenComparing(Line::text));
    int found = shown.size();
    shown = shown.subList(Math.max(0, found - limit), found);
    shown.forEach(line -> out.println(line.text()));
    out.flush();
    command
        .getErr()
        .println(
            "%d items match, of %d states since %s%s."
                .formatted(
                    found,
                    looked,
                    since,
                    found > limit ? "; the newest " + limit + " are shown" : ""));
  }
}
