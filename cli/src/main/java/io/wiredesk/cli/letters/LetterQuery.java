package io.wiredesk.cli.letters;

import io.wiredesk.cli.CommandFailure;
import io.wiredesk.cli.option.Wanted;
import io.wiredesk.cli.tool.Since;
import io.wiredesk.runtime.LogPosition;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.Topic;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which dead letters a command is about. Filled by picocli; one thread. */
final class LetterQuery {

  @Option(names = "--feed", description = "Those of this feed.")
  @Nullable String feed;

  @Option(names = "--reason", description = "Those with this reason, e.g. MALFORMED.")
  @Nullable String reason;

  @Option(
      names = "--since",
      paramLabel = "T",
      description =
          "Those that failed since then: 2026-05-01, 2026-05-01T06:00:00Z, or 30m, 12h, 7d ago.")
  @Nullable String since;

  @Option(
      names = "--limit",
      paramLabel = "N",
      converter = Wanted.Count.class,
      description = "The newest N of them.")
  @Nullable Integer limit;

  /** False where everything would be chosen. */
  boolean narrows() {
    return feed != null || reason != null || since != null || limit != null;
  }

  /** The letters asked for, oldest first, without their bytes. */
  List<Letter> select(RecordLog log) {
    Instant from = since == null ? Instant.MIN : Since.parse(since, Clock.systemUTC().instant());
    List<Letter> chosen = new ArrayList<>();
    log.read(
        Topic.DEAD_LETTERS.topicName(),
        (position, record) -> {
          if (record instanceof DeadLetter letter && matches(letter, from)) {
            chosen.add(new Letter(position, letter).light());
          }
        });
    chosen.sort(Letter.OLDEST_FIRST);
    return limit == null || chosen.size() <= limit
        ? chosen
        : chosen.subList(chosen.size() - limit, chosen.size());
  }

  /**
   * The letter of that id, whole.
   *
   * @throws CommandFailure where there is none
   */
  static Letter whole(RecordLog log, String id) {
    LogPosition position = Letter.position(id);
    SpecificRecord record = log.fetch(position).orElse(null);
    if (record instanceof DeadLetter letter) {
      return new Letter(position, letter);
    }
    throw new CommandFailure("There is no dead letter " + id + ", or no longer.");
  }

  private boolean matches(DeadLetter letter, Instant from) {
    return (feed == null || feed.equals(letter.getFeed()))
        && (reason == null || reason.equalsIgnoreCase(letter.getReason()))
        && !letter.getFailedAt().isBefore(from);
  }
}
