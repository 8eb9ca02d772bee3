package io.wiredesk.cli.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.wiredesk.cli.CommandFailure;
import io.wiredesk.cli.letters.KillCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class OrderCommandsTest {

  private static final String TAKEN =
      "{\"uri\":\"urn:x:1\",\"action\":\"kill\",\"by\":\"Ana\",\"at\":\"2026-03-01T12:00:00Z\","
          + "\"topic\":\"news.orders\",\"partition\":3,\"offset\":17,\"note\":\"It \\u001b[2Jwas.\"}";

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final StringWriter out = new StringWriter();
  private @Nullable Exception failure;
  private int status = 202;
  private String answer = TAKEN;
  private final HttpServer server = serve();

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aKillGoesOutWithReasonAndNameAndComesBackWithItsPlaceOnTheLog() {
    int code = run(new KillCommand(), "http://x/1 ä", "--reason", "Hoax.", "--by", "Ana");
    assertThat(code).isZero();
    assertThat(requests)
        .containsExactly(
            "POST /items/http%3A%2F%2Fx%2F1%20%C3%A4/orders application/json"
                + " {\"action\":\"kill\",\"reason\":\"Hoax.\",\"by\":\"Ana\"}");
    assertThat(out.toString().strip())
        .isEqualTo(
            "kill of urn:x:1 by Ana at 2026-03-01T12:00:00Z is on the log: news.orders-3@17."
                + " It \\u001b[2Jwas.");
  }

  @Test
  void withholdReleaseAndEmbargoSayWhatTheyAre() {
    run(new OrderCommands.Withhold(), "urn:x:1", "--reason", "r", "--by", "Ana");
    run(new OrderCommands.Release(), "urn:x:1", "--reason", "r", "--by", "Ana");
    run(
        new OrderCommands.Embargo(),
        "urn:x:1",
        "--reason",
        "r",
        "--by",
        "Ana",
        "--until",
        "2026-05-01T06:00:00Z");
    assertThat(requests).hasSize(3);
    assertThat(requests.get(0)).contains("\"action\":\"withhold\"");
    assertThat(requests.get(1)).contains("\"action\":\"release\"").doesNotContain("until");
    assertThat(requests.get(2))
        .contains("\"action\":\"embargo\"", "\"until\":\"2026-05-01T06:00:00Z\"");
  }

  @Test
  void theNameIsThatOfTheUserUnlessSaid() {
    run(new KillCommand(), "urn:x:1", "--reason", "r");
    assertThat(requests.get(0)).contains("\"by\":\"" + System.getProperty("user.name") + "\"");
  }

  @Test
  void withoutAReasonOrAnEndNothingIsSent() {
    assertThat(run(new KillCommand(), "urn:x:1")).isEqualTo(2);
    assertThat(run(new OrderCommands.Embargo(), "urn:x:1", "--reason", "r")).isEqualTo(2);
    assertThat(run(new KillCommand(), "--reason", "r")).isEqualTo(2);
    assertThat(requests).isEmpty();
  }

  @Test
  void aRefusalIsSaidInTheServicesWords() {
    status = 403;
    answer = "{\"error\":\"This is not the key for orders.\"}";
    assertThat(run(new KillCommand(), "urn:x:1", "--reason", "r")).isEqualTo(1);
    assertThat(failure)
        .isInstanceOf(CommandFailure.class)
        .hasMessage("The order was not taken (403): This is not the key for orders.");
  }

  @Test
  void aServiceThatIsAwayIsSaid() {
    server.stop(0);
    assertThat(run(new KillCommand(), "urn:x:1", "--reason", "r")).isEqualTo(1);
    assertThat(failure).isInstanceOf(CommandFailure.class).hasMessageContaining("--url");
  }

  private int run(Object command, String... args) {
    CommandLine line = new CommandLine(command);
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(new StringWriter()));
    line.setExecutionExceptionHandler(
        (e, c, parsed) -> {
          failure = e;
          return 1;
        });
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--url", "http://127.0.0.1:" + server.getAddress().getPort()));
    return line.execute(all.toArray(String[]::new));
  }

  private HttpServer serve() {
    try {
      HttpServer fake =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      fake.createContext(
          "/",
          exchange -> {
            String body =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(
                exchange.getRequestMethod()
                    + " "
                    + exchange.getRequestURI()
                    + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type")
                    + " "
                    + body);
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
          });
      fake.start();
      return fake;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
