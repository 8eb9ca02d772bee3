package io.wiredesk.cli;

import io.wiredesk.cli.bench.BenchCommand;
import io.wiredesk.cli.evaluate.EvaluateCommand;
import io.wiredesk.cli.letters.DeadLettersCommand;
import io.wiredesk.cli.letters.KillCommand;
import io.wiredesk.cli.tool.DeskCommands;
import io.wiredesk.cli.tool.EnrichCommand;
import io.wiredesk.cli.tool.FeedsCommand;
import io.wiredesk.cli.tool.OrderCommands;
import io.wiredesk.cli.tool.ParseCommand;
import io.wiredesk.cli.tool.SendCommand;
import io.wiredesk.cli.tool.TailCommand;
import io.wiredesk.runtime.SettingsException;
import io.wiredesk.runtime.Version;
import io.wiredesk.schemas.TrustedClasses;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/**
 * Entry point of {@code bin/wiredesk}. Exit codes: 0 done, 1 something was refused or failed, 2
 * wrong usage or settings.
 */
@Command(
    name = "wiredesk",
    description = "News wire copy in, enriched items out on Kafka topics.",
    mixinStandardHelpOptions = true,
    versionProvider = Wiredesk.Versions.class,
    subcommands = {
      UpCommand.class,
      ParseCommand.class,
      EnrichCommand.class,
      EvaluateCommand.class,
      SendCommand.class,
      TailCommand.class,
      FeedsCommand.class,
      DeskCommands.class,
      KillCommand.class,
      OrderCommands.Withhold.class,
      OrderCommands.Release.class,
      OrderCommands.Embargo.class,
      DeadLettersCommand.class,
      BenchCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Wiredesk {

  static final int FAILED = 1;
  static final int USAGE = 2;

  private Wiredesk() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    TrustedClasses.trust();
    CommandLine line = new CommandLine(new Wiredesk());
    line.setExecutionExceptionHandler((e, command, parsed) -> explain(e, command));
    System.exit(line.execute(args));
  }

  private static int explain(Exception e, CommandLine command) throws Exception {
    if (e instanceof SettingsException || e instanceof CommandFailure) {
      command.getErr().println("wiredesk: " + e.getMessage());
      return e instanceof SettingsException ? USAGE : FAILED;
    }
    throw e; // a bug: picocli prints the stack
  }

  /** The version of this build, for {@code --version}. */
  static final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"wiredesk " + Version.CURRENT};
    }
  }
}
