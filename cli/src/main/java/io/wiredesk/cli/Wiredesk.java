package io.wiredesk.cli;

import io.wiredesk.cli.bench.BenchCommand;
import io.wiredesk.cli.desk.DeskCommands;
import io.wiredesk.cli.evaluate.EvaluateCommand;
import io.wiredesk.cli.letters.DeadLettersCommand;
import io.wiredesk.cli.letters.KillCommand;
import io.wiredesk.cli.letters.RollCommand;
import io.wiredesk.cli.letters.TakedownCommand;
import io.wiredesk.cli.parse.ParseCommand;
import io.wiredesk.cli.tail.TailCommand;
import io.wiredesk.cli.tool.EnrichCommand;
import io.wiredesk.cli.tool.FeedsCommand;
import io.wiredesk.cli.tool.OrderCommands;
import io.wiredesk.cli.tool.Plain;
import io.wiredesk.cli.tool.SendCommand;
import io.wiredesk.cli.tool.WebhooksCommand;
import io.wiredesk.runtime.Version;
import io.wiredesk.schemas.TrustedClasses;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Entry point of {@code bin/wiredesk}. Exit codes: 0 done, 1 something that was asked was refused
 * or went wrong on the way, 2 wrong usage, or a file or service that is not there.
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
      WebhooksCommand.class,
      DeskCommands.class,
      KillCommand.class,
      OrderCommands.Withhold.class,
      OrderCommands.Release.class,
      OrderCommands.Embargo.class,
      DeadLettersCommand.class,
      TakedownCommand.class,
      RollCommand.class,
      BenchCommand.class,
      CompletionCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Wiredesk {

  static final int FAILED = 1;
  static final int USAGE = 2;

  private Wiredesk() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    TrustedClasses.trust();
    System.setOut(utf8(FileDescriptor.out));
    System.setErr(utf8(FileDescriptor.err));
    CommandLine line =
        commandLine(new PrintWriter(System.out, true), new PrintWriter(System.err, true));
    int code = line.execute(args);
    System.out.flush();
    System.exit(code);
  }

  /** All commands; what they print goes there, and what is wrong in one line to {@code err}. */
  static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    CommandLine line = new CommandLine(new Wiredesk()).setOut(out).setErr(err);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((e, args) -> usage(e, err));
    line.setExecutionExceptionHandler((e, command, parsed) -> Failures.explain(e, err));
    line.setExecutionStrategy(
        parsed -> {
          requireKnown(parsed);
          int code = new CommandLine.RunLast().execute(parsed);
          out.flush();
          err.flush();
          return code;
        });
    return line;
  }

  /** Names outlive the locale: what is not ASCII must not become a question mark. */
  private static PrintStream utf8(FileDescriptor to) {
    return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
  }

  private static int usage(ParameterException e, PrintWriter err) {
    CommandLine command = e.getCommandLine();
    if (command.getParent() == null
        && command.getParseResult().matchedArgs().isEmpty()
        && command.getParseResult().originalArgs().isEmpty()) {
      command.usage(err); // no word at all: somebody looks for the commands
      return USAGE;
    }
    String sentence = sentence(e);
    List<String> suggestions =
        e instanceof UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.<String>of();
    err.println(
        "wiredesk: "
            + Plain.line(sentence)
            + (sentence.endsWith(".") ? "" : ".")
            + (suggestions.isEmpty()
                ? ""
                : " Did you mean " + String.join(" or ", suggestions) + "?")
            + " See `"
            + command.getCommandSpec().qualifiedName()
            + " --help`.");
    return USAGE;
  }

  private static String sentence(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched
        && !unmatched.isUnknownOption()
        && !e.getCommandLine().getSubcommands().isEmpty()) {
      return "There is no command '" + unmatched.getUnmatched().get(0) + "'";
    }
    return String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " ").strip();
  }

  /** Where help is asked for, picocli lets an unknown word pass. */
  private static void requireKnown(ParseResult parsed) {
    for (CommandLine command : parsed.asCommandLineList()) {
      List<String> unknown = command.getParseResult().unmatched();
      if (!unknown.isEmpty()) {
        throw new UnmatchedArgumentException(command, unknown);
      }
    }
  }

  /** The version of this build, for {@code --version}. */
  static final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"wiredesk " + Version.CURRENT};
    }
  }
}
