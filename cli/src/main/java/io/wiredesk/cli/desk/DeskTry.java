package io.wiredesk.cli.desk;

import io.wiredesk.cli.option.LogAddress;
import io.wiredesk.cli.option.Wanted;
import io.wiredesk.cli.tail.ItemLine;
import io.wiredesk.cli.tail.TopicReader;
import io.wiredesk.cli.tool.AskedQuery;
import io.wiredesk.cli.tool.Plain;
import io.wiredesk.cli.tool.Since;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
          "Items public since then: 2026-05-01, 2026-05-01T06:00:00Z, or 30m, 12h, 7d ago (default:"
              + " ${DEFAULT-VALUE}).")
  String since = "";

  @Option(
      names = "--limit",
      defaultValue = "50",
      paramLabel = "N",
      converter = Wanted.Count.class,
      description = "Show the newest N (default: ${DEFAULT-VALUE}).")
  int limit;

  @Mixin LogAddress address = new LogAddress();

  private final ItemLine lines = ItemLine.standard();
  private final KnownSources sources = new KnownSources();
  private final Map<String, Line> last = new HashMap<>();
  private long looked;

  /** What is kept of an item that matches. */
  private record Line(Instant releasedAt, String text) {}

  @Override
  public Integer call() {
    Instant from = Since.parse(since, Clock.systemUTC().instant());
    NewsQuery wanted = AskedQuery.read(query, QueryUse.LOOKING_BACK);
    PrintWriter err = java.util.Objects.requireNonNull(spec).commandLine().getErr();
    err.println(AskedQuery.asRead(wanted));
    try (Matcher matcher = Matcher.of(List.of(wanted), Clock.systemUTC().instant())) {
      new TopicReader(address.client())
          .readSince(Topic.PUBLISHED.topicName(), from, record -> look(matcher, record));
    }
    print();
    sources.warnings(wanted).forEach(warning -> err.println(Plain.line(warning)));
    return 0;
  }

  /** Of several states of an item the last counts: a correction may have led it away. */
  private void look(Matcher matcher, ConsumerRecord<String, SpecificRecord> record) {
    if (record.value() instanceof PublishedItem item) {
      looked++;
      sources.meet(item.getItem());
      boolean matches =
          item.getState() == PublicState.PUBLISHED && !matcher.match(item).queries().isEmpty();
      if (matches) {
        last.put(item.getUri(), new Line(item.getReleasedAt(), lines.of(record)));
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
