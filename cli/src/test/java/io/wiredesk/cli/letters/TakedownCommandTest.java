package io.wiredesk.cli.letters;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Source;
import io.wiredesk.schemas.Stage;
import io.wiredesk.schemas.Transport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TakedownCommandTest {

  private static final byte[] BYTES = "libel".getBytes(StandardCharsets.UTF_8);
  private static final String SUM = DeadLetters.sha256(BYTES);

  @TempDir Path wires;
  private final List<String> orders = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          orders.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(202, 2);
          exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void killsWithoutTheHeadlineAndNamesEveryRecordThatHasTheText() throws Exception {
    String said = run(records(), 1);
    assertThat(orders).hasSize(1);
    assertThat(orders.get(0)).contains("\"kill\"").contains("\"withoutHeadline\":true");
    assertThat(said)
        .contains("news.raw-2-7 has its text: gone 30 days after")
        .contains("news.items-1-3 has its text: kept for ever; `kafka-delete-records.sh` up to")
        .contains("offset 4")
        .contains("news.enriched-1-3 has its text: gone 30 days after")
        .contains("news.published-1-5 has its text: gone within an hour of the next record")
        .contains("news.desk.court-0-9 has its text: gone 7 days after")
        .contains("news.dead-letters-0-1 has its text: gone 90 days after")
        .doesNotContain("news.published-1-6")
        .doesNotContain("news.items-0-0")
        .doesNotContain("news.dead-letters-0-2");
  }

  @Test
  void deletesTheFilesInWhichItCameAndNoOther() throws Exception {
    Path taken = Files.createDirectories(wires.resolve("a/.done/20260501"));
    Path own = Files.write(taken.resolve("1-a.txt"), BYTES);
    Path other = Files.writeString(taken.resolve("2-b.txt"), "other");
    Path waiting = Files.write(wires.resolve("a/c.txt"), BYTES);
    assertThat(run(records(), 1)).contains("Deleted " + own);
    assertThat(own).doesNotExist();
    assertThat(other).exists();
    assertThat(waiting).exists();
  }

  @Test
  void whereNothingHasTheTextItSaysSo() throws Exception {
    assertThat(run(new MemoryRecords(), 0)).contains("No record has its text.");
  }

  private String run(MemoryRecords records, int code) {
    StringWriter out = new StringWriter();
    CommandLine line = new CommandLine(new TakedownCommand(address -> records));
    line.setOut(new PrintWriter(out, true));
    int exit =
        line.execute(
            "urn:x",
            "--reason",
            "r",
            "--by",
            "Ana",
            "--wires",
            wires.toString(),
            "--url",
            "http://127.0.0.1:" + server.getAddress().getPort());
    assertThat(exit).as(out.toString()).isEqualTo(code);
    return out.toString();
  }

  private static MemoryRecords records() {
    return new MemoryRecords()
        .put("news.raw", 2, 7, raw())
        .put("news.items", 1, 3, item("urn:x", "libel"))
        .put("news.items", 0, 0, item("urn:y", "other"))
        .put("news.enriched", 1, 3, item("urn:x", "libel"))
        .put("news.published", 1, 5, state("libel"))
        .put("news.published", 1, 6, state(""))
        .put("news.desk.court", 0, 9, state("libel"))
        .put("news.dead-letters", 0, 1, letter("news.raw", 2, 7))
        .put("news.dead-letters", 0, 2, letter("news.raw", 2, 8));
  }

  private static RawNews raw() {
    return RawNews.newBuilder()
        .setFeed("a")
        .setTransport(Transport.FILE)
        .setReceivedAt(Instant.EPOCH)
        .setSha256(SUM)
        .setPayload(ByteBuffer.wrap(BYTES))
        .build();
  }

  private static NewsItem item(String uri, String text) {
    return NewsItem.newBuilder()
        .setUri(uri)
        .setRevision(1)
        .setVersionCreated(Instant.EPOCH)
        .setText(text)
        .setSource(
            Source.newBuilder()
                .setFeed("a")
                .setTransport(Transport.FILE)
                .setFormat("text")
                .setReceivedAt(Instant.EPOCH)
                .setSha256(uri.equals("urn:x") ? SUM : "other")
                .setRawTopic("news.raw")
                .setRawPartition(uri.equals("urn:x") ? 2 : 0)
                .setRawOffset(uri.equals("urn:x") ? 7 : 0)
                .build())
        .build();
  }

  private static PublishedItem state(String text) {
    return PublishedItem.newBuilder()
        .setUri("urn:x")
        .setState(PublicState.values()[0])
        .setItem(item("urn:x", text))
        .setSequence(1)
        .setReleasedAt(Instant.EPOCH)
        .build();
  }

  private static DeadLetter letter(String topic, int partition, long offset) {
    return DeadLetter.newBuilder()
        .setStage(Stage.PARSE)
        .setReason("MALFORMED")
        .setMessage("m")
        .setFailedAt(Instant.EPOCH)
        .setOriginTopic(topic)
        .setOriginPartition(partition)
        .setOriginOffset(offset)
        .setPayload(ByteBuffer.allocate(0))
        .build();
  }
}
