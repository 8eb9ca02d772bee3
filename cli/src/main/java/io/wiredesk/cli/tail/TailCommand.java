package io.wiredesk.cli.tail;

import io.wiredesk.cli.option.LogAddress;
import io.wiredesk.cli.option.Wanted;
import io.wiredesk.cli.tool.AskedQuery;
import io.wiredesk.publish.query.Matcher;
import io.wiredesk.publish.query.NewsQuery;
import io.wiredesk.publish.query.QueryUse;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.Topic;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code wiredesk tail}: shows what arrives on a topic, a readable line an item, until interrupted.
 */
@Command(
    name = "tail",
    description = "Show what arrives on a topic: a line an item, or JSON.",
    mixinStandardHelpOptions = true)
public final class TailCommand implements Callable<Integer> {

  @Option(
      names = "--topic",
      paramLabel = "NAME",
      converter = Wanted.TopicName.class,
      description = "Topic (default: news.published).")
  @Nullable String topic;

  @Option(
      names = "--desk",
      paramLabel = "NAME",
      converter = Wanted.TopicName.class,
      description = "Show the topic of this desk.")
  @Nullable String desk;

  @Option(
      names = "--query",
      paramLabel = "Q",
      description =
          "Show only items that match now, as docs/desks.md has it; what is taken back is shown"
              + " where it matched.")
  @Nullable String query;

  @Option(
      names = "--from-beginning",
      description = "Start with the oldest record kept, not with the next to come.")
  boolean fromBeginning;

  @Option(names = "--json", description = "Print each record as one line of JSON.")
  boolean json;

  @Option(
      names = "--limit",
      paramLabel = "N",
      converter = Wanted.Count.class,
      description = "Stop after N records.")
  @Nullable Integer limit;

  @Mixin LogAddress address = new LogAddress();

  @Spec @Nullable CommandSpec spec;

  private final ItemLine lines = ItemLine.standard();
  private final Set<String> matched = new HashSet<>();
  private long shown;

  @Override
  public Integer call() {
    if (desk != null && topic != null) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), "Give --desk or --topic, not both.");
    }
    if (query == null) {
      read(record -> true);
      return 0;
    }
    NewsQuery wanted = AskedQuery.read(query, QueryUse.LOOKING_BACK);
    System.err.println(AskedQuery.asRead(wanted));
    try (Matcher matcher = Matcher.of(List.of(wanted), Clock.systemUTC().instant())) {
      read(record -> matches(matcher, record));
    }
    return 0;
  }

  private void read(Predicate<SpecificRecord> wanted) {
    new TopicReader(address.client())
        .read(name(), fromBeginning, this::goesOn, record -> show(record, wanted));
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

  private boolean goesOn() {
    return (limit == null || shown < limit) && !System.out.checkError();
  }

  private void show(
      ConsumerRecord<String, SpecificRecord> record, Predicate<SpecificRecord> wanted) {
    if (wanted.test(record.value())) {
      shown++;
      System.out.println(json ? RecordJson.of(record.value()) : lines.of(record));
    }
  }
}
