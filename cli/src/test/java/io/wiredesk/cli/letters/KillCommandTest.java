package io.wiredesk.cli.letters;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.wiredesk.cli.CommandFailure;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.Stage;
import io.wiredesk.schemas.UnresolvedKill;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class KillCommandTest {

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final HttpServer server = serve();
  private @Nullable Exception failure;

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void whatAnUnresolvedKillMeansIsKilledAndTheOthersAreFreeAgain() {
    assertThat(run("urn:x:2", "news.dead-letters-1-7")).isZero();
    assertThat(requests)
        .containsExactly(
            "/items/urn:x:2/orders kill urn:kill",
            "/items/urn:x:1/orders release urn:kill",
            "/items/urn:x:3/orders release urn:kill");
  }

  @Test
  void itMayMeanAnItemThatNobodyThoughtOf() {
    assertThat(run("urn:y", "news.dead-letters-1-7")).isZero();
    assertThat(requests).hasSize(4).startsWith("/items/urn:y/orders kill urn:kill");
  }

  @Test
  void aLetterThatIsNoUnresolvedKillIsRefusedAndNothingIsOrdered() {
    assertThat(run("urn:x:2", "news.dead-letters-1-8")).isEqualTo(1);
    assertThat(failure).hasMessageContaining("no unresolved kill");
    assertThat(run("urn:x:2", "news.dead-letters-1-9")).isEqualTo(1);
    assertThat(requests).isEmpty();
  }

  @Test
  void theLetterSaysHowToResolveIt() {
    Letter letter = LetterQuery.whole(records(), "news.dead-letters-1-7");
    assertThat(LetterFields.lines(letter))
        .contains("wiredesk kill urn:x:3 --resolves news.dead-letters-1-7");
    assertThat(letter.line(null)).contains("--resolves news.dead-letters-1-7");
  }

  private int run(String uri, String id) {
    CommandLine line = new CommandLine(new KillCommand(address -> records()));
    line.setOut(new PrintWriter(new StringWriter(), true));
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          failure = e;
          return e instanceof CommandFailure ? 1 : 99;
        });
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    return line.execute(uri, "--resolves", id, "--reason", "r", "--by", "Ana", "--url", url);
  }

  private static MemoryRecords records() {
    UnresolvedKill kill =
        UnresolvedKill.newBuilder()
            .setUri("urn:kill")
            .setMade(Instant.EPOCH)
            .setCandidates(List.of("urn:x:1", "urn:x:2", "urn:x:3"))
            .setHeld(true)
            .build();
    return new MemoryRecords()
        .put("news.dead-letters", 1, 7, letter("UNRESOLVED_KILL", kill))
        .put("news.dead-letters", 1, 8, letter("MALFORMED", null));
  }

  private static DeadLetter letter(String reason, @Nullable UnresolvedKill kill) {
    return DeadLetter.newBuilder()
        .setStage(Stage.PARSE)
        .setReason(reason)
        .setMessage("m")
        .setFailedAt(Instant.EPOCH)
        .setPayload(ByteBuffer.allocate(0))
        .setKill(kill)
        .build();
  }

  private HttpServer serve() {
    try {
      HttpServer made =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      made.createContext(
          "/",
          exchange -> {
            String body =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path =
                URLDecoder.decode(exchange.getRequestURI().getRawPath(), StandardCharsets.UTF_8);
            requests.add(path + " " + value(body, "action") + " " + value(body, "resolves"));
            byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(202, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
          });
      made.start();
      return made;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String value(String json, String name) {
    return json.replaceAll(".*\"" + name + "\":\"([^\"]*)\".*", "$1");
  }
}
