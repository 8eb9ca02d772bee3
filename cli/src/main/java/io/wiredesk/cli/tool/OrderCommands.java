package io.wiredesk.cli.tool;

import io.wiredesk.cli.option.NodeAddress;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wiredesk withhold|release|embargo}: an editor's orders upon one item. */
public final class OrderCommands {

  /** What the option of that name does. */
  public static final String WITHOUT_HEADLINE =
      "Do not repeat the headline to those who are told; a legal reason does the same.";

  private OrderCommands() {}

  /** {@code wiredesk withhold URI}. */
  @Command(
      name = "withhold",
      description = "Take an item back, or keep it back, until a release.",
      mixinStandardHelpOptions = true)
  public static final class Withhold implements Callable<Integer> {

    @Mixin OrderCall order = new OrderCall();
    @Mixin NodeAddress node = new NodeAddress();

    @Option(names = "--without-headline", description = WITHOUT_HEADLINE)
    void withoutHeadline(boolean without) {
      order.withoutHeadline(without);
    }

    @Override
    public Integer call() throws InterruptedException {
      return order.send(node, "withhold", null);
    }
  }

  /** {@code wiredesk release URI}. */
  @Command(
      name = "release",
      description = {
        "Lift what was killed, withheld or embargoed by hand.",
        "What the provider closed or killed only the provider opens."
      },
      mixinStandardHelpOptions = true)
  public static final class Release implements Callable<Integer> {

    @Mixin OrderCall order = new OrderCall();
    @Mixin NodeAddress node = new NodeAddress();

    @Override
    public Integer call() throws InterruptedException {
      return order.send(node, "release", null);
    }
  }

  /** {@code wiredesk embargo URI --until INSTANT}. */
  @Command(
      name = "embargo",
      description = "Take an item back, or keep it back, until an instant.",
      mixinStandardHelpOptions = true)
  public static final class Embargo implements Callable<Integer> {

    @Mixin OrderCall order = new OrderCall();
    @Mixin NodeAddress node = new NodeAddress();

    @Option(names = "--without-headline", description = WITHOUT_HEADLINE)
    void withoutHeadline(boolean without) {
      order.withoutHeadline(without);
    }

    @Option(
        names = "--until",
        required = true,
        paramLabel = "INSTANT",
        description = "End, with its zone: 2026-05-01T06:00:00Z, 2026-05-01T08:00+02:00.")
    @Nullable String until;

    @Override
    public Integer call() throws InterruptedException {
      return order.send(node, "embargo", until);
    }
  }
}
