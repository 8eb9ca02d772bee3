package io.wiredesk.cli.letters;

import io.wiredesk.cli.CommandFailure;
import io.wiredesk.cli.option.LogAddress;
import io.wiredesk.cli.tool.OrderCall;
import io.wiredesk.cli.tool.OrderCommands;
import io.wiredesk.cli.tool.Plain;
import io.wiredesk.schemas.UnresolvedKill;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code wiredesk kill URI}: an editor kills an item; with {@code --resolves} as the one that an
 * unresolved kill of the wire means, and what else that kill held in doubt is free again.
 */
@Command(
    name = "kill",
    description = "Take an item back everywhere it reached, until a release by hand.",
    mixinStandardHelpOptions = true)
public final class KillCommand implements Callable<Integer> {

  @Mixin OrderCall order = new OrderCall();
  @Mixin LogAddress address = new LogAddress();

  @Option(
      names = "--resolves",
      paramLabel = "ID",
      description = {
        "This item is what an unresolved kill means: the id of its dead letter.",
        "Other items that this kill holds in doubt are free again."
      })
  @Nullable String resolves;

  private final Function<LogAddress, RecordLog> logs;

  /** The command on the Kafka that its options name. */
  public KillCommand() {
    this.logs =
        address ->
            new KafkaRecords(
                address.kafka(),
                address.registry(),
                warning -> System.err.println("wiredesk: " + Plain.line(warning)));
  }

  /** The command on another log. */
  KillCommand(Function<LogAddress, RecordLog> logs) {
    this.logs = logs;
  }

  @Option(names = "--without-headline", description = OrderCommands.WITHOUT_HEADLINE)
  void withoutHeadline(boolean without) {
    order.withoutHeadline(without);
  }

  @Override
  public Integer call() throws InterruptedException {
    if (resolves == null) {
      return order.send(address.node(), "kill", null);
    }
    UnresolvedKill kill = unresolved(resolves);
    order.resolves(kill.getUri());
    int code = order.send(address.node(), "kill", null);
    for (String candidate : kill.getHeld() ? kill.getCandidates() : List.<String>of()) {
      if (!candidate.equals(order.uri())) {
        code = Math.max(code, order.sendUpon(address.node(), candidate, "release"));
      }
    }
    return code;
  }

  private UnresolvedKill unresolved(String id) {
    try (RecordLog log = logs.apply(address)) {
      UnresolvedKill kill = LetterQuery.whole(log, id).content().getKill();
      if (kill == null) {
        throw new CommandFailure(
            Plain.line(id)
                + " is no unresolved kill: `wiredesk dead-letters list --reason UNRESOLVED_KILL`"
                + " shows them.");
      }
      return kill;
    }
  }
}
