package io.wiredesk.cli.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.wiredesk.cli.CommandFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FeedsCommandTest {

  private static final String ANSWER =
      """
      {"since": "2026-05-01T08:00:00Z", "feeds": [
        {"name": "npa", "kind": "sftp", "state": "failing", "lastItemAt": "2026-05-01T08:01:02.345Z",
         "received": 7, "further": 2, "items": 5, "joined": 1, "duplicates": 2, "deadLetters": 1, "waiting": 0,
         "lastError": "Auth fail\\u001b[31m", "lastErrorAt": "2026-05-01T08:02:00Z"},
        {"name": "b", "kind": "", "state": "refused", "received": 0, "further": 0, "items": 0, "joined": 0,
         "duplicates": 0, "deadLetters": 0, "waiting": 0, "refused": "line 3 (b): kind must be one of …"}]}
      """;

  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/feeds",
        exchange -> {
          byte[] bytes = ANSWER.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void printsARowAFeedAndWhatIsWrongWithIt() {
    String table = run();
    assertThat(table.lines().skip(1).findFirst().orElseThrow().split(" +"))
        .containsExactly(
            "npa", "sftp", "failing", "2026-05-01T08:01:02Z", "7", "2", "5", "1", "2", "1", "0");
    assertThat(table)
        .contains(
            "2026-05-01T08:02:00Z: Auth fail\\u001b[31m",
            "in feeds.yml: line 3 (b): kind must be one of",
            "since 2026-05-01T08:00:00Z");
  }

  @Test
  void passesTheAnswerOnAsJson() {
    assertThat(run("--json")).isEqualToIgnoringNewLines(ANSWER);
  }

  @Test
  void saysWhereNothingAnswers() {
    server.stop(0);
    FeedsCommand command = new FeedsCommand();
    command.url = "http://127.0.0.1:" + server.getAddress().getPort();
    assertThatThrownBy(command::call)
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("--url");
  }

  private String run(String... more) {
    StringWriter out = new StringWriter();
    CommandLine line = new CommandLine(new FeedsCommand()).setOut(new PrintWriter(out));
    String[] args = java.util.Arrays.copyOf(more, more.length + 2);
    args[more.length] = "--url";
    args[more.length + 1] = "http://127.0.0.1:" + server.getAddress().getPort();
    assertThat(line.execute(args)).isZero();
    return out.toString();
  }
}
