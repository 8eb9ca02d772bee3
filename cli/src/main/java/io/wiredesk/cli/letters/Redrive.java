package io.wiredesk.cli.letters;

import io.wiredesk.cli.option.NodeAddress;
import io.wiredesk.cli.option.Wanted;
import io.wiredesk.cli.tool.Plain;
import io.wiredesk.schemas.Stage;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Sends the wires of dead letters again, so many a second at most. Of several letters of the same
 * bytes over the same feed only the newest is sent: the others are attempts before it. One thread.
 */
final class Redrive {

  @Option(
      names = "--rate",
      defaultValue = "20",
      paramLabel = "N",
      converter = Wanted.Rate.class,
      description = "At most so many a second (default: ${DEFAULT-VALUE}).")
  double rate = 20;

  @Option(
      names = "--url",
      paramLabel = "U",
      converter = Wanted.Url.class,
      description = "Ingest service (default: $WIREDESK_INGEST_URL, else the node's).")
  @Nullable String url;

  @Option(names = "--dry-run", description = "Say what would be sent, send nothing.")
  boolean dryRun;

  /**
   * Sends and says what became of each.
   *
   * @param letters without bytes, oldest first
   * @return 0 when all that were chosen were taken, else 1
   * @throws io.wiredesk.cli.CommandFailure when the service is away; what was sent before counts
   */
  int run(NodeAddress node, List<Letter> letters, RecordLog log, PrintWriter out, PrintWriter err)
      throws InterruptedException {
    List<Letter> newest = newest(letters);
    RedrivePush push = new RedrivePush(node.ingest(url));
    Progress progress = new Progress(err, newest.size(), System.console() != null);
    int failed = 0;
    long due = System.nanoTime();
    for (int i = 0; i < newest.size(); i++) {
      Letter letter = newest.get(i);
      WireBytes.Found found = WireBytes.of(LetterQuery.whole(log, letter.id()), log);
      String refusal = found.why();
      if (found.wire() != null && dryRun) {
        out.println(letter.id() + " would be sent to feed " + letter.content().getFeed());
      } else if (found.wire() != null) {
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
        due = Math.max(due, System.nanoTime()) + (long) (1e9 / rate);
        RedrivePush.Answer answer = push.send(letter, found.wire());
        refusal = answer.refusal();
        if (refusal.isEmpty()) {
          out.println(letter.id() + " -> " + answer.position());
        }
      }
      if (!refusal.isEmpty()) {
        failed++;
        progress.say(letter.id() + " was not sent: " + Plain.line(refusal));
      }
      progress.done(i + 1);
    }
    progress.end();
    out.println(summary(letters.size(), newest.size(), failed));
    return failed == 0 ? 0 : 1;
  }

  private String summary(int chosen, int newest, int failed) {
    return (dryRun ? "Would send " : "Sent again ")
        + (newest - failed)
        + " of "
        + chosen
        + " dead letters"
        + (failed == 0 ? "" : "; " + failed + " could not be sent")
        + (chosen == newest ? "" : "; " + (chosen - newest) + " are earlier attempts at the same")
        + ".";
  }

  private static List<Letter> newest(List<Letter> letters) {
    List<Letter> sorted = new ArrayList<>(letters);
    sorted.sort(Letter.OLDEST_FIRST);
    Map<String, Letter> last = new HashMap<>();
    sorted.forEach(letter -> last.put(wire(letter), letter));
    return sorted.stream().filter(letter -> last.get(wire(letter)) == letter).toList();
  }

  /** The same for letters about the same wire. */
  private static String wire(Letter letter) {
    Stage stage = letter.content().getStage();
    boolean known =
        (stage == Stage.PARSE || stage == Stage.INTAKE) && !letter.content().getSha256().isEmpty();
    return known ? letter.content().getFeed() + " " + letter.content().getSha256() : letter.id();
  }
}
