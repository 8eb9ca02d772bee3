package io.wiredesk.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.javalin.http.Context;
import io.wiredesk.ingest.IngestSettings;
import io.wiredesk.ingest.body.Pace;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.runtime.Health;
import io.wiredesk.runtime.HttpServer;
import io.wiredesk.runtime.Metrics;
import io.wiredesk.runtime.Settings;
import io.wiredesk.schemas.Stage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody shuts push to others: what a stranger may hold, and for how long. */
class PushLimitsTest {

  private static final int LIMIT = 100_000;
  private static final Pace PATIENT = new Pace(Duration.ofMinutes(10), 1);
  private static final PushDoor DOOR =
      new PushDoor() {
        @Override
        public Standing admit(Context ctx, String feed) {
          return "right".equals(ctx.header("X-Api-Key"))
              ? Standing.KEY
              : feed.equals("known") ? Standing.ANYBODY : Standing.NAMELESS;
        }

        @Override
        public void check(Context ctx, String feed, byte[] body) {}
      };

  private final MemoryLog log = new MemoryLog();
  private final Metrics metrics = new Metrics("ingest");
  private final List<Socket> open = new ArrayList<>();
  private HttpPush push;
  private HttpServer server;

  @AfterEach
  void stop() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
    push.close();
    server.close();
    metrics.close();
  }

  @Test
  void halfSentBodiesHoldUpNobody() throws Exception {
    start(new PushLimits(2, 5 * LIMIT, 100, PATIENT));
    for (int i = 0; i < 400; i++) { // more than the server has threads
      drip("f", 1000, "half a story");
    }
    assertThat(send("f", "whole").statusCode()).isEqualTo(202);
    assertThat(send("f", "whole", "X-Api-Key", "right").statusCode()).isEqualTo(202);
    assertThat(log.raw).hasSize(2);
  }

  @Test
  void aBodyThatDripsIsCutOffAndSaidSo() throws Exception {
    start(new PushLimits(2, 5 * LIMIT, 100, new Pace(Duration.ofMillis(200), 1000)));
    String answer = rest(drip("f", 5000, "half a story"));
    assertThat(answer).startsWith("HTTP/1.1 408 ").contains("too slowly", "Connection: close");
    assertThat(log.raw).isEmpty();
    assertThat(send("f", "whole").statusCode()).isEqualTo(202);
  }

  @Test
  void bytesInMemoryAreBoundedAndThoseOfKeysAreTheirOwn() throws Exception {
    start(new PushLimits(50, 2 * LIMIT, 100, PATIENT));
    String most = "x".repeat(LIMIT - 1);
    drip("f", LIMIT, most);
    drip("f", LIMIT, most);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              HttpResponse<String> refused = send("f", "y".repeat(LIMIT / 2));
              assertThat(refused.statusCode()).isEqualTo(429);
              assertThat(refused.headers().firstValue("Retry-After")).contains("1");
              assertThat(refused.body()).contains("INGEST_PUSH_MEMORY_BYTES");
            });
    assertThat(send("f", most, "X-Api-Key", "right").statusCode()).isEqualTo(202);
    for (Socket socket : open) {
      socket.close();
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> send("f", "y".repeat(LIMIT)).statusCode() == 202);
  }

  @Test
  void bytesThatAreAnnouncedAndDoNotComeCostNothing() throws Exception {
    start(new PushLimits(50, 2 * LIMIT, 100, PATIENT));
    for (int i = 0; i < 20; i++) {
      drip("f", LIMIT, "x");
    }
    assertThat(send("f", "y".repeat(LIMIT)).statusCode()).isEqualTo(202);
  }

  @Test
  void strangersMakeNoFeedsWithoutEnd() throws Exception {
    start(new PushLimits(10, 5 * LIMIT, 3, PATIENT));
    for (String feed : List.of("a", "b", "c")) {
      assertThat(send(feed, "copy").statusCode()).isEqualTo(202);
    }
    assertThat(send("d", "copy").statusCode()).isEqualTo(403);
    assertThat(send("d", "copy").body()).contains("INGEST_PUSH_FEEDS_MAX");
    assertThat(send("a", "copy").statusCode()).isEqualTo(202);
    assertThat(send("known", "copy").statusCode()).isEqualTo(202);
    assertThat(send("d", "copy", "X-Api-Key", "right").statusCode()).isEqualTo(202);
    assertThat(log.raw).hasSize(6);
  }

  @Test
  void aPackedBodyIsUnpackedAndABombIsNot() throws Exception {
    start(new PushLimits(10, 5 * LIMIT, 100, PATIENT));
    assertThat(sendBytes("f", gzip("copy".getBytes()), "Content-Encoding", "gzip")).isEqualTo(202);
    assertThat(sendBytes("f", gzip(new byte[30_000_000]), "Content-Encoding", "gzip"))
        .isEqualTo(413);
    assertThat(sendBytes("f", "copy".getBytes(), "Content-Encoding", "br")).isEqualTo(415);
    assertThat(log.texts()).containsExactly("copy");
  }

  @Test
  void aFormUploadGivesItsFile() throws Exception {
    start(new PushLimits(10, 5 * LIMIT, 100, PATIENT));
    String form =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"story.xml\"\r\n"
            + "Content-Type: %s\r\n\r\n<nitf/>\r\n--b--\r\n";
    String type = "multipart/form-data; boundary=b";
    assertThat(sendBytes("f", form.formatted("text/xml").getBytes(), "Content-Type", type))
        .isEqualTo(202);
    assertThat(sendBytes("f", form.formatted("image/png").getBytes(), "Content-Type", type))
        .isEqualTo(415);
    assertThat(log.texts()).containsExactly("<nitf/>");
    assertThat(log.raw.get(0).getSourceName()).isEqualTo("story.xml");
    assertThat(log.raw.get(0).getContentType()).isEqualTo("text/xml");
  }

  private void start(PushLimits limits) {
    Settings settings =
        Settings.load(
            IngestSettings.definition(), "ingest", Map.of("ingest.http.port", "0"), Map.of());
    Clock clock = Clock.systemUTC();
    Intake intake =
        new Intake(log, new DeadLetters(Stage.INTAKE, clock, "1"), clock, metrics, LIMIT);
    push = new HttpPush(intake, DOOR, limits);
    server = HttpServer.start(settings, "ingest", new Health(), metrics, push::addTo);
  }

  /** Sends the head of a push and some of its body, and goes silent. */
  private Socket drip(String feed, int announced, String begin) throws IOException {
    Socket socket = new Socket("127.0.0.1", server.port());
    open.add(socket);
    String head =
        "POST /feeds/%s/items HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(feed, announced, begin);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  private static String rest(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private HttpResponse<String> send(String feed, String body, String... headers) throws Exception {
    return request(feed, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  private int sendBytes(String feed, byte[] body, String... headers) throws Exception {
    return request(feed, body, headers).statusCode();
  }

  private HttpResponse<String> request(String feed, byte[] body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.url() + "/feeds/" + feed + "/items"))
            .POST(BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
