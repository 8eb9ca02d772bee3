package io.wiredesk.cli.letters;

import io.wiredesk.cli.CommandFailure;
import io.wiredesk.cli.option.LogAddress;
import io.wiredesk.cli.tool.OrderCall;
import io.wiredesk.cli.tool.Plain;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.runtime.LogPosition;
import io.wiredesk.schemas.Topic;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code wiredesk takedown URI}: an item whose text must go. It is killed without its headline, the
 * files in which it came are deleted where a hot folder is named, and every record that still has
 * its text is named with what removes it.
 */
@Command(
    name = "takedown",
    description = {
      "Kill an item without its headline, and say where its text remains and what removes it.",
      "Exit code 1 where some of it stays for ever unless somebody acts."
    },
    mixinStandardHelpOptions = true)
public final class TakedownCommand implements Callable<Integer> {

  @Spec @Nullable CommandSpec spec;
  @Mixin OrderCall order = new OrderCall();
  @Mixin LogAddress address = new LogAddress();

  @Option(
      names = "--wires",
      paramLabel = "DIR",
      description = "Hot folder: what was taken from it with the same bytes is deleted.")
  @Nullable Path wires;

  private final Function<LogAddress, RecordLog> logs;

  /** The command on the Kafka that its options name. */
  public TakedownCommand() {
    this.logs =
        address ->
            new KafkaRecords(
                address.kafka(),
                address.registry(),
                warning -> System.err.println("wiredesk: " + Plain.line(warning)));
  }

  /** The command on another log. */
  TakedownCommand(Function<LogAddress, RecordLog> logs) {
    this.logs = logs;
  }

  @Override
  public Integer call() throws InterruptedException {
    order.withoutHeadline(true);
    int code = order.send(address.node(), "kill", null);
    try (RecordLog log = logs.apply(address)) {
      TextPlaces places = TextPlaces.of(log, order.uri());
      deleteFiles(places.sums());
      return Math.max(code, say(places.positions()));
    }
  }

  private int say(List<LogPosition> places) {
    if (places.isEmpty()) {
      out().println("No record has its text.");
    }
    boolean stays = false;
    for (LogPosition at : places) {
      boolean forEver = at.topic().equals(Topic.ITEMS.topicName());
      stays |= forEver;
      out()
          .println(
              "%s-%d-%d has its text: %s"
                  .formatted(at.topic(), at.partition(), at.offset(), end(at)));
    }
    out()
        .println(
            "The gate's own store and its changelog have the state without text from now on, the former"
                + " records of the changelog until Kafka compacts it. What subscribers took away is theirs"
                + " to remove: the kill tells them.");
    return stays ? 1 : 0;
  }

  private static String end(LogPosition at) {
    Topic.Policy policy = Topic.byName(at.topic()).map(Topic::policy).orElse(Topic.DESK_POLICY);
    if (at.topic().equals(Topic.PUBLISHED.topicName())) {
      return "gone within an hour of the next record on its partition; `wiredesk roll` writes one"
          + " where none comes";
    } else if (policy.retention().isNegative()) {
      return "kept for ever; `kafka-delete-records.sh` up to offset "
          + (at.offset() + 1)
          + " removes it, and all before it on this partition";
    }
    return "gone " + days(policy.retention()) + " after it was written";
  }

  private static String days(Duration time) {
    return time.toDays() == 1 ? "1 day" : time.toDays() + " days";
  }

  private void deleteFiles(Set<String> sums) {
    if (wires == null) {
      out().println("Files in the hot folder's .done and .refused: name the folder with --wires.");
      return;
    }
    try (Stream<Path> files = Files.walk(wires)) {
      for (Path file : files.filter(TakedownCommand::wasTaken).toList()) {
        if (sums.contains(DeadLetters.sha256(Files.readAllBytes(file)))) {
          Files.delete(file);
          out().println("Deleted " + Plain.line(file.toString()));
        }
      }
    } catch (IOException e) {
      throw new CommandFailure("The hot folder cannot be searched: " + e);
    }
  }

  private static boolean wasTaken(Path file) {
    String path = file.toString();
    return Files.isRegularFile(file) && (path.contains("/.done/") || path.contains("/.refused/"));
  }

  private PrintWriter out() {
    return java.util.Objects.requireNonNull(spec).commandLine().getOut();
  }
}
