package io.wiredesk.cli.letters;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.wiredesk.cli.tool.Since;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Stage;
import io.wiredesk.schemas.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class DeadLettersCommandTest {

  private static final String LETTERS = "news.dead-letters";
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final MemoryRecords log = new MemoryRecords();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<String> pushed = new CopyOnWriteArrayList<>();
  private final List<Integer> statuses = new CopyOnWriteArrayList<>();
  private @Nullable Exception failure;
  private final HttpServer ingest = serve();

  DeadLettersCommandTest() {
    log.put(LETTERS, 1, 5, letter("b", "../x\u001b[2J.xml", "<nitf>", 60).build())
        .put(LETTERS, 3, 17, letter("a", "story.json", "{\"uri\":\n \"urn:", 0).build())
        .put(
            LETTERS,
            3,
            18,
            letter("a", null, "cut", 120).setReason("EMPTY").setStage(Stage.ENRICH).build());
  }

  @AfterEach
  void stop() {
    ingest.stop(0);
  }

  @Test
  void listIsALineALetterOldestFirst() throws IOException {
    assertThat(run("list")).isZero();
    assertThat(out.toString()).isEqualToNormalizingNewlines(golden("list.txt"));
  }

  @Test
  void listSaysWhatWasSentAgain() {
    log.put("news.raw", 2, 9, sentAgain(LETTERS + "-1-5", NOON.plusSeconds(7_200)))
        .put("news.raw", 2, 8, sentAgain(LETTERS + "-1-5", NOON.plusSeconds(3_700)));
    assertThat(run("list")).isZero();
    assertThat(out.toString().lines().filter(line -> line.contains("Sent again")))
        .singleElement()
        .asString()
        .startsWith(LETTERS + "-1-5")
        .endsWith("Sent again 2026-03-01T14:00:00Z.");
  }

  @Test
  void listAsJsonIsAnObjectALineOldestFirst() throws IOException {
    log.put("news.raw", 2, 9, sentAgain(LETTERS + "-3-18", NOON.plusSeconds(7_200)));
    assertThat(run("list", "--json")).isZero();
    List<JsonNode> letters = new ArrayList<>();
    for (String line : out.toString().lines().toList()) {
      letters.add(new ObjectMapper().readTree(line));
    }
    assertThat(letters)
        .extracting(letter -> letter.path("id").asText())
        .containsExactly(LETTERS + "-3-17", LETTERS + "-1-5", LETTERS + "-3-18");
    assertThat(letters)
        .extracting(letter -> letter.path("sentAgain").asText(null))
        .containsExactly(null, null, "2026-03-01T14:00:00Z");
    assertThat(letters.get(1).path("sourceName").asText()).isEqualTo("../x\u001b[2J.xml");
    assertThat(letters.get(1).path("size").isNumber()).isTrue();
  }

  @Test
  void showPrintsTheBytesOfTheSmallestLetter() {
    log.put(LETTERS, 0, 1, letter("a", "x.bin", "", 1).setPayload(bytes(0xFF)).build());
    StringWriter unflushed = new StringWriter();
    CommandLine line =
        new CommandLine(new DeadLettersCommand(address -> log))
            .setOut(new PrintWriter(new java.io.BufferedWriter(unflushed), true));
    assertThat(line.execute("show", LETTERS + "-0-1")).isZero();
    assertThat(unflushed.toString()).contains("00000000  ff");
  }

  @Test
  void filtersNarrowAndLimitKeepsTheNewest() {
    assertThat(ids("list", "--feed", "b")).containsExactly(LETTERS + "-1-5");
    assertThat(ids("list", "--reason", "empty")).containsExactly(LETTERS + "-3-18");
    assertThat(ids("list", "--since", "2026-03-01T13:00+00:00"))
        .containsExactly(LETTERS + "-1-5", LETTERS + "-3-18");
    assertThat(ids("list", "--limit", "2")).containsExactly(LETTERS + "-1-5", LETTERS + "-3-18");
    assertThat(ids("list", "--feed", "c")).isEmpty();
  }

  @Test
  void sinceIsADayAnInstantOrATimeAgo() {
    assertThat(Since.parse("2026-03-01", NOON)).isEqualTo("2026-03-01T00:00:00Z");
    assertThat(Since.parse("90m", NOON)).isEqualTo("2026-03-01T10:30:00Z");
    assertThat(Since.parse("7d", NOON)).isEqualTo("2026-02-22T12:00:00Z");
    assertThat(run("list", "--since", "yesterday")).isEqualTo(1);
    assertThat(failure).hasMessageContaining("--since must be");
  }

  @Test
  void showHasAllFieldsAndTheText() throws IOException {
    assertThat(run("show", LETTERS + "-3-17")).isZero();
    assertThat(out.toString()).isEqualToNormalizingNewlines(golden("show.txt"));
  }

  @Test
  void bytesThatAreNoTextAreShownInHex() {
    byte[] bytes = "caf\u00e9\u0000".repeat(200).getBytes(ISO_8859_1);
    log.put(LETTERS, 0, 0, letter("a", null, "", 0).setPayload(ByteBuffer.wrap(bytes)).build());
    run("show", LETTERS + "-0-0");
    assertThat(out.toString())
        .contains("00000000  63 61 66 e9 00 63 61 66 e9 00 63 61 66 e9 00 63  caf..caf..caf..c")
        .contains("… 488 more bytes");
  }

  @Test
  void anIdThatIsNoneOrGoneIsSaid() {
    assertThat(run("show", "the last")).isEqualTo(1);
    assertThat(failure).hasMessageContaining("Not the id");
    assertThat(run("show", LETTERS + "-3-99")).isEqualTo(1);
    assertThat(failure).hasMessageContaining("no dead letter");
  }

  @Test
  void exportWritesBytesUnderSafeNamesAndAnIndex(@TempDir Path folder) throws IOException {
    Path to = folder.resolve("out");
    assertThat(run("export", to.toString())).isZero();
    assertThat(run("export", to.toString())).as("again").isZero();
    try (var files = Files.list(to)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(
              LETTERS + "-1-5_x__2J.xml",
              LETTERS + "-3-17_story.json",
              LETTERS + "-3-18.bin",
              "index.jsonl");
    }
    assertThat(to.resolve(LETTERS + "-1-5_x__2J.xml")).hasContent("<nitf>");
    assertThat(Files.readString(to.resolve("index.jsonl")))
        .isEqualToNormalizingNewlines(golden("index.jsonl"));
  }

  @Test
  void namesCannotLeaveTheFolder() {
    assertThat(LetterFiles.name("id", "../../etc/passwd")).isEqualTo("id_passwd");
    assertThat(LetterFiles.name("id", "C:\\wires\\a b.xml")).isEqualTo("id_a_b.xml");
    assertThat(LetterFiles.name("id", "https://x.example/a/?q=/b")).isEqualTo("id.bin");
    assertThat(LetterFiles.name("id", "x".repeat(300) + ".xml")).hasSize(3 + 80).endsWith(".xml");
  }

  @Test
  void redriveSendsTheBytesToTheirFeedMarkedWithTheLetter() {
    assertThat(run(redrive("--feed", "a", "--reason", "MALFORMED"))).isZero();
    assertThat(pushed)
        .containsExactly(
            "/feeds/a/items news.dead-letters-3-17 story.json null {\"uri\":\n \"urn:");
    assertThat(out.toString())
        .contains(LETTERS + "-3-17 -> news.raw-2-55", "Sent again 1 of 1 dead letters.");
    assertThat(err.toString()).contains("1/1");
  }

  @Test
  void theRawRecordIsSentWithItsContentTypeWhereItIsKept() {
    log.put("news.raw", 2, 9, raw("the whole wire"));
    log.put(LETTERS, 0, 1, cut("the whole wire", 9));
    assertThat(run(redrive(LETTERS + "-0-1"))).isZero();
    assertThat(pushed.get(0)).endsWith("long.txt text/plain the whole wire");
  }

  @Test
  void whatCannotBeSentIsSaidAndGivesExitCodeOne() {
    log.put(LETTERS, 0, 1, cut("the whole wire", 9)); // no longer on news.raw
    log.put(LETTERS, 0, 2, letter("a", null, "text", 1).setSha256("00").build());
    log.put("news.raw", 2, 9, raw("another wire, after the topic was made anew"));
    assertThat(run(redrive("--all"))).isEqualTo(1);
    assertThat(err.toString())
        .contains("-0-1 was not sent: its bytes are cut")
        .contains("-0-2 was not sent: it holds text of the wire only")
        .contains("-3-18 was not sent: it failed after parsing");
    assertThat(out.toString()).contains("Sent again 2 of 5 dead letters; 3 could not be sent.");
  }

  @Test
  void ofSeveralAttemptsAtOneWireTheNewestIsSent() {
    log.put(LETTERS, 0, 3, letter("b", "x.xml", "<nitf>", 300).build());
    assertThat(run(redrive("--feed", "b"))).isZero();
    assertThat(pushed).hasSize(1);
    assertThat(pushed.get(0)).contains(LETTERS + "-0-3");
    assertThat(out.toString()).contains("Sent again 1 of 2 dead letters; 1 are earlier attempts");
  }

  @Test
  void aServiceThatAsksForPatienceGetsIt() {
    statuses.add(503);
    assertThat(run(redrive("--feed", "b"))).isZero();
    assertThat(pushed).hasSize(2);
  }

  @Test
  void aRefusalIsSaid() {
    statuses.add(413);
    assertThat(run(redrive("--feed", "b"))).isEqualTo(1);
    assertThat(err.toString()).contains(LETTERS + "-1-5 was not sent: 413");
  }

  @Test
  void nothingIsSentByADryRunOrWithoutAChoice() {
    assertThat(run(redrive("--dry-run", "--feed", "b"))).isZero();
    assertThat(out.toString()).contains("would be sent to feed b", "Would send 1 of 1");
    assertThat(run(redrive())).isEqualTo(2);
    assertThat(err.toString()).contains("--all");
    assertThat(run(redrive("--all", "--rate", "0"))).isEqualTo(2);
    assertThat(pushed).isEmpty();
  }

  private static DeadLetter.Builder letter(
      String feed, @Nullable String name, String payload, int minutes) {
    byte[] bytes = payload.getBytes(UTF_8);
    return DeadLetter.newBuilder()
        .setStage(Stage.PARSE)
        .setReason("MALFORMED")
        .setMessage("The wire ends early.")
        .setFeed(feed)
        .setSourceName(name)
        .setFailedAt(NOON.plusSeconds(60L * minutes))
        .setPayload(ByteBuffer.wrap(bytes))
        .setSize(bytes.length)
        .setSha256(DeadLetters.sha256(bytes))
        .setServiceVersion("test");
  }

  private static DeadLetter cut(String whole, long rawOffset) {
    return letter("a", "long.txt", whole, 5)
        .setPayload(ByteBuffer.wrap("the".getBytes(UTF_8)))
        .setTruncated(true)
        .setOriginTopic("news.raw")
        .setOriginPartition(2)
        .setOriginOffset(rawOffset)
        .build();
  }

  private static RawNews sentAgain(String letter, Instant at) {
    return RawNews.newBuilder(raw("x"))
        .setReceivedAt(at)
        .setHeaders(java.util.Map.of(DeadLetters.REDRIVE_HEADER, letter))
        .build();
  }

  private static ByteBuffer bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return ByteBuffer.wrap(bytes);
  }

  private static RawNews raw(String payload) {
    byte[] bytes = payload.getBytes(UTF_8);
    return RawNews.newBuilder()
        .setFeed("a")
        .setTransport(Transport.FILE)
        .setContentType("text/plain")
        .setReceivedAt(NOON)
        .setSha256(DeadLetters.sha256(bytes))
        .setPayload(ByteBuffer.wrap(bytes))
        .build();
  }

  private List<String> ids(String... args) {
    out.getBuffer().setLength(0);
    assertThat(run(args)).isZero();
    return out.toString().lines().map(line -> line.replaceAll(" .*", "")).toList();
  }

  private String[] redrive(String... args) {
    List<String> all = new ArrayList<>(List.of("redrive", "--rate", "1000"));
    all.addAll(List.of("--url", "http://127.0.0.1:" + ingest.getAddress().getPort()));
    if (Arrays.asList(args).contains("--rate")) {
      all.subList(1, 3).clear();
    }
    all.addAll(List.of(args));
    return all.toArray(String[]::new);
  }

  private int run(String... args) {
    CommandLine line = new CommandLine(new DeadLettersCommand(address -> log));
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    line.setExecutionExceptionHandler(
        (e, c, parsed) -> {
          failure = e;
          return 1;
        });
    return line.execute(args);
  }

  private String golden(String name) throws IOException {
    try (InputStream in = getClass().getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private HttpServer serve() {
    try {
      HttpServer fake =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      fake.createContext(
          "/",
          exchange -> {
            var headers = exchange.getRequestHeaders();
            pushed.add(
                exchange.getRequestURI()
                    + " "
                    + headers.getFirst("wiredesk-redrive")
                    + " "
                    + headers.getFirst("Content-Location")
                    + " "
                    + headers.getFirst("Content-Type")
                    + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            byte[] answer =
                "{\"topic\":\"news.raw\",\"partition\":2,\"offset\":55}".getBytes(UTF_8);
            exchange.sendResponseHeaders(
                statuses.isEmpty() ? 202 : statuses.remove(0), answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
          });
      fake.start();
      return fake;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
