package io.wiredesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class CommandLineTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          frobnicate --help                     | There is no command 'frobnicate'
          frobnicate                            | There is no command 'frobnicate'
          desk frobnicate --help                | There is no command 'frobnicate'
          dead-letters frobnicate               | There is no command 'frobnicate'
          help frobnicate                       | Unknown subcommand 'frobnicate'
          --frobnicate                          | Unknown option: '--frobnicate'
          desk                                  | Missing required subcommand
          up --port 99999                       | '--port': must be a whole number from 0 to 65532
          up --port -1                          | '--port': must be a whole number from 0 to 65532
          up --port 80.5                        | '--port': must be a whole number from 0 to 65532
          up --kafka-port 65536                 | '--kafka-port': must be a whole number from 0 to 65535
          up --speed 0                          | '--speed': must be from 0.01 to 10000
          up --speed NaN                        | '--speed': must be from 0.01 to 10000
          up --speed fast                       | '--speed': must be a number
          up --again                            | --again is of --demo
          up --registry registry:8081           | '--registry': must be as http://127.0.0.1:8080
          up --data FILE                        | is a file: choose another with --data
          send                                  | Missing required parameter: 'FILE'
          send --feed bad_name? FILE            | '--feed': a feed name has letters, digits
          send --feed '' FILE                   | '--feed': a feed name has letters, digits
          send ABSENT                           | No such file
          send DIRECTORY                        | is a directory: name the files in it
          send FILE --url 127.0.0.1:1           | '--url': must be as http://127.0.0.1:8080
          send FILE --url http://               | '--url': must be as http://127.0.0.1:8080
          send FILE --url http://127.0.0.1:1    | Nothing answers at http://127.0.0.1:1
          send FILE --port 0                    | '--port': must be a whole number from 1
          send FILE --port 65535                | --port must be the first of four
          send FILE --data ABSENT               | No node ran on
          send FILE --data BROKEN               | does not say where a node is
          parse ABSENT                          | No such file
          parse DIRECTORY                       | is a directory: name the files in it
          enrich                                | Name wire files, or give --jsonl
          enrich ABSENT                         | No such file
          evaluate entities ABSENT              | No such file
          evaluate entities DIRECTORY           | is a directory: name the files in it
          evaluate words FILE                   | expected one of [entities, links, sections]
          feeds --url http://127.0.0.1:1        | Nothing answers at http://127.0.0.1:1
          feeds --port 1                        | Nothing answers at http://127.0.0.1:3
          tail --port 1                         | Nothing answers at http://127.0.0.1:1
          tail --limit 0                        | '--limit': must be a whole number of 1 or more
          tail --limit 99999999999              | '--limit': must be a whole number of 1 or more
          tail --bootstrap kafka                | '--bootstrap': must be host:port
          tail --bootstrap kafka:99999          | '--bootstrap': must be host:port
          tail --bootstrap ''                   | '--bootstrap': must be host:port
          tail --bootstrap nowhere.invalid:9092 | Look at --bootstrap
          tail --registry registry              | '--registry': must be as http://127.0.0.1:8080
          tail --topic 'a b'                    | '--topic': must be letters, digits
          tail --topic a --desk b               | Give --desk or --topic, not both
          desk list --port 1                    | Nothing answers at http://127.0.0.1:1
          desk try (                            | This query cannot be run
          desk try x --limit -3                 | '--limit': must be a whole number of 1 or more
          desk try x --since never              | --since must be a day
          kill urn:x                            | '--reason=TEXT'
          kill urn:x --reason r --url http://127.0.0.1:1 | Nothing answers at http://127.0.0.1:1
          embargo urn:x --reason r              | '--until=INSTANT'
          dead-letters                          | Missing required subcommand
          dead-letters list --since never       | --since must be a day
          dead-letters list --limit 0           | '--limit': must be a whole number of 1 or more
          dead-letters show one --bootstrap localhost:1 | Not the id of a dead letter
          dead-letters redrive                  | Say which: ids, --feed
          dead-letters redrive --all --rate 0   | '--rate': must be from 0.01 to 10000
          bench --rate -1                       | '--rate' (N): must be from 0 to 100000
          bench --seconds 0                     | '--seconds': must be a whole number of 1 or more
          bench --items 1                       | --items must be 2 or more
          bench --mix words                     | --mix is made of name=value
          bench --mix size=3                    | --mix does not know size
          bench --until news                    | --until must be news.items
          bench --port 1 --hops 0               | Nothing answers at http://127.0.0.1:1
          completion fish                       | expected one of [bash, zsh]
          """)
  void aMistakeIsOneLineThatSaysWhatToDoAndExitCode2(
      String command, String expected, @TempDir Path directory) throws IOException {
    assertThat(run(words(command, directory))).as(err.toString()).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines()).as(err.toString()).hasSize(1);
    assertThat(err.toString()).startsWith("wiredesk: ").contains(expected).doesNotContain("\tat ");
  }

  @Test
  void withoutAWordTheCommandsAreShown() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("Usage: wiredesk", "dead-letters", "completion");
  }

  @Test
  void aBugIsOneLineToo() {
    assertThat(Failures.explain(new IllegalStateException("odd\nthing"), new PrintWriter(err)))
        .isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("A fault of Wiredesk itself", "odd\\u000athing");
  }

  @Test
  void whatAServiceRefusesIsExitCode1() {
    assertThat(Failures.explain(CommandFailure.refused("No."), new PrintWriter(err))).isEqualTo(1);
    assertThat(err.toString().strip()).isEqualTo("wiredesk: No.");
  }

  @Test
  void everyCommandHasHelpThatSaysWhatItIs() {
    List<CommandLine> all = new ArrayList<>();
    collect(Wiredesk.commandLine(new PrintWriter(out), new PrintWriter(err)), all);
    assertThat(all).hasSizeGreaterThan(20);
    for (CommandLine command : all) {
      assertThat(command.getCommandSpec().usageMessage().description())
          .as(command.getCommandSpec().qualifiedName())
          .isNotEmpty();
      command
          .getCommandSpec()
          .options()
          .forEach(
              option ->
                  assertThat(option.description())
                      .as(command.getCommandSpec().qualifiedName() + " " + option.longestName())
                      .isNotEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void theScriptForAShellCompletesEveryCommand(String shell) {
    assertThat(run("completion", shell)).isZero();
    assertThat(out.toString())
        .contains("complete -F _complete_wiredesk", "dead-letters", "--from-beginning", "--again");
  }

  private static void collect(CommandLine command, List<CommandLine> all) {
    all.add(command);
    command.getSubcommands().values().forEach(each -> collect(each, all));
  }

  private int run(String... args) {
    return Wiredesk.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
        .execute(args);
  }

  private static String[] words(String command, Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("file.xml"), "<nitf/>");
    Path broken = Files.createDirectories(directory.resolve("broken"));
    Files.writeString(broken.resolve("node.json"), "[");
    List<String> words = new ArrayList<>();
    for (String word : command.split(" (?=(?:[^']*'[^']*')*[^']*$)")) {
      words.add(
          switch (word) {
            case "FILE" -> file.toString();
            case "ABSENT" -> directory.resolve("absent").toString();
            case "DIRECTORY" -> directory.toString();
            case "BROKEN" -> broken.toString();
            default -> word.replace("'", "");
          });
    }
    return words.toArray(String[]::new);
  }
}
