package io.wiredesk.cli.letters;

import io.wiredesk.cli.option.LogAddress;
import io.wiredesk.cli.tool.Plain;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wiredesk dead-letters list|show|export|redrive}. */
@Command(
    name = "dead-letters",
    description = "Look into what could not go on, and send it again.",
    mixinStandardHelpOptions = true,
    subcommands = CommandLine.HelpCommand.class)
public final class DeadLettersCommand {

  private static final int TEXT_SHOWN = 4_000;
  private static final int HEX_SHOWN = 512;

  @Spec @Nullable CommandSpec spec;

  private final Function<LogAddress, RecordLog> logs;

  /** The command on the Kafka that its options name. */
  public DeadLettersCommand() {
    this.logs =
        address ->
            new KafkaRecords(
                address.kafka(),
                address.registry(),
                warning -> System.err.println("wiredesk: " + Plain.line(warning)));
  }

  /** The command on another log. */
  DeadLettersCommand(Function<LogAddress, RecordLog> logs) {
    this.logs = logs;
  }

  @Command(
      name = "list",
      description = {
        "A line a letter, by time of failure, oldest first; its id comes first in the line.",
        "What was sent again says when."
      },
      mixinStandardHelpOptions = true)
  int list(
      @Mixin LetterQuery query,
      @Mixin LogAddress address,
      @Option(names = "--json", description = "One JSON object a line, with all fields.")
          boolean json) {
    try (RecordLog log = logs.apply(address)) {
      List<Letter> letters = query.select(log);
      SentAgain sent = SentAgain.of(letters, log);
      for (Letter letter : letters) {
        Instant at = sent.at(letter);
        out().println(json ? LetterFields.json(letter, at) : letter.line(at));
      }
    }
    return 0;
  }

  @Command(
      name = "show",
      description =
          "All that is known of one letter, and its bytes: as text, or their head in hex.",
      mixinStandardHelpOptions = true)
  int show(@Parameters(paramLabel = "ID") String id, @Mixin LogAddress address) {
    try (RecordLog log = logs.apply(address)) {
      Letter letter = LetterQuery.whole(log, id);
      out().println(LetterFields.lines(letter));
      byte[] payload = letter.payload();
      String text = Plain.text(payload);
      if (text == null) {
        out().print(Plain.hex(payload, HEX_SHOWN));
        out().flush(); // only println does that by itself
        more(payload.length - HEX_SHOWN, "bytes");
      } else {
        out().println(Plain.lines(text.substring(0, Math.min(text.length(), TEXT_SHOWN))));
        more(text.length() - TEXT_SHOWN, "characters");
      }
    }
    return 0;
  }

  @Command(
      name = "export",
      description = "Write the bytes of letters to files, and index.jsonl that says what they are.",
      mixinStandardHelpOptions = true)
  int export(
      @Parameters(paramLabel = "DIR", description = "Made where it is absent.") Path directory,
      @Mixin LetterQuery query,
      @Mixin LogAddress address) {
    try (RecordLog log = logs.apply(address)) {
      int written = new LetterFiles(directory).write(query.select(log), log);
      out().println(written + " dead letters in " + directory);
    }
    return 0;
  }

  @Command(
      name = "redrive",
      description = {
        "Send the wires of letters to their feeds again, over HTTP push, the oldest first.",
        "A letter that was sent again before is a counted duplicate. Exit code 1 when some could"
            + " not be sent."
      },
      mixinStandardHelpOptions = true)
  int redrive(
      @Parameters(arity = "0..*", paramLabel = "ID", description = "These letters.")
          @Nullable List<String> ids,
      @Mixin LetterQuery query,
      @Mixin LogAddress address,
      @Option(names = "--all", description = "Every letter that is kept.") boolean all,
      @Mixin Redrive redrive)
      throws InterruptedException {
    boolean named = ids != null && !ids.isEmpty();
    if (!named && !query.narrows() && !all) {
      throw new CommandLine.ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "Say which: ids, --feed, --reason, --since, --limit, or --all.");
    }
    try (RecordLog log = logs.apply(address)) {
      List<Letter> letters =
          named
              ? ids.stream().map(id -> LetterQuery.whole(log, id).light()).toList()
              : query.select(log);
      return redrive.run(address.node(), letters, log, out(), err());
    }
  }

  private void more(int count, String what) {
    if (count > 0) {
      out().println("… " + count + " more " + what + "; see them with `dead-letters export`.");
    }
  }

  private PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }

  private PrintWriter err() {
    return Objects.requireNonNull(spec).commandLine().getErr();
  }
}
