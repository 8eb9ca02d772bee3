package io.wiredesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wiredesk.cli.letters.DeadLettersCommand;
import io.wiredesk.cli.letters.KillCommand;
import io.wiredesk.ingest.reading.RawReader;
import io.wiredesk.runtime.LogPosition;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Topic;
import io.wiredesk.schemas.Transport;
import io.wiredesk.wire.AllFormats;
import io.wiredesk.wire.WireReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * Attack: an agency sends again what a hand has killed, in every format, later, with other words,
 * as new. Nothing of it may become public, neither where the story came before the kill nor where
 * it comes after it.
 */
class HandKillIsFinalIT {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String SEEN = "0771";
  private static final String UNSEEN = "0772";
  private static final String OTHER = "0773";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir static Path directory;
  private static TestNode node;
  private static List<NewsItem> items;
  private static List<PublishedItem> published;

  @BeforeAll
  static void start() {
    node = TestNode.start(directory);
    items = node.records(Topic.ITEMS, NewsItem.class);
    published = node.records(Topic.PUBLISHED, PublishedItem.class);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  static Stream<String> formats() {
    return ResentWires.templates().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void whatAHandKilledStaysDeadHoweverItIsSentAgain(String format) throws Exception {
    String unseen = uri(format, UNSEEN);
    push(format, SEEN, 10, "Quillagua ten.");
    await().atMost(LONG).until(() -> published(format).size() == 1);
    String uri = published(format).get(0).getUri();
    assertThat(order(uri, "kill")).isEqualTo(202);
    assertThat(order(unseen, "kill")).isEqualTo(202);
    await().atMost(LONG).until(() -> status(uri) == 410);

    for (int hour = 11; hour < 14; hour++) {
      push(format, SEEN, hour, "Quillagua " + hour + ".");
      push(format, UNSEEN, hour, "Orongo " + hour + ".");
    }
    push(format, OTHER, 14, "Another story.");
    await().atMost(LONG).until(() -> published(format).size() == 3);
    await().atMost(LONG).until(() -> of(format).size() == 8);

    assertThat(of(format).stream().map(NewsItem::getUri).distinct()).hasSize(3);
    assertThat(states(uri)).containsExactly(PublicState.PUBLISHED, PublicState.CANCELED);
    assertThat(states(unseen)).isEmpty();
    assertThat(status(uri)).isEqualTo(410);
    assertThat(published(format).toString()).doesNotContain("Quillagua 1").doesNotContain("Orongo");

    assertThat(order(uri, "release")).isEqualTo(202);
    await().atMost(LONG).until(() -> states(uri).size() == 3);
    assertThat(published(format).get(3).getItem().getText()).contains("Quillagua 13.");
  }

  @Test
  void aKillThatMayMeanSeveralHoldsThemAndOneCommandSettlesIt() throws Exception {
    List<DeadLetter> letters = node.records(Topic.DEAD_LETTERS, DeadLetter.class);
    node.push("several", Wires.telex("0101", "Ferry of Horta sinks", "121200"));
    node.push("several", Wires.telex("0102", "Ferry owner arrested in Horta", "121201"));
    String first = "urn:wiredesk:item:several:seq:20260312:abc:0101";
    String second = "urn:wiredesk:item:several:seq:20260312:abc:0102";
    await().atMost(LONG).until(() -> status(first) == 200 && status(second) == 200);
    node.push("several", Wires.telex("0109", "KILL KILL KILL", "121205"));
    await().atMost(LONG).until(() -> status(first) == 403 && status(second) == 403);
    await().atMost(LONG).until(() -> letters.stream().anyMatch(l -> l.getKill() != null));
    assertThat(items).noneMatch(item -> item.getUri().endsWith(":0109"));

    assertThat(run("dead-letters", "list", "--reason", "UNRESOLVED_KILL")).contains(first, second);
    String id = run("dead-letters", "list", "--feed", "several").split(" ")[0];
    assertThat(run("dead-letters", "show", id)).contains("wiredesk kill " + second);
    run("kill", second, "--resolves", id, "--reason", "A hoax.", "--by", "Ana");
    await().atMost(LONG).until(() -> status(second) == 410 && status(first) == 200);
    assertThat(run("kill", "urn:test:typo", "--reason", "A hoax.", "--by", "Ana"))
        .contains("check the uri");
  }

  /** What a command of {@code bin/wiredesk} prints. */
  private static String run(String... command) {
    Map<String, Object> config = node.node().clientConfig();
    List<String> args = new ArrayList<>(List.of(command));
    StringWriter out = new StringWriter();
    boolean kill = command[0].equals("kill");
    CommandLine line = new CommandLine(kill ? new KillCommand() : new DeadLettersCommand());
    args.remove(0);
    line.setOut(new PrintWriter(out, true));
    if (kill) {
      args.addAll(List.of("--url", node.node().publish().url()));
    }
    args.addAll(List.of("--bootstrap", config.get("bootstrap.servers").toString()));
    args.addAll(List.of("--registry", config.get("schema.registry.url").toString()));
    assertThat(line.execute(args.toArray(String[]::new))).as(out.toString()).isZero();
    return out.toString();
  }

  /** Which item the format's story of that identifier is. */
  private static String uri(String format, String id) {
    byte[] wire = ResentWires.of(ResentWires.templates().get(format), id, 11, "");
    RawNews raw =
        RawNews.newBuilder()
            .setFeed("again-" + format)
            .setTransport(Transport.HTTP_PUSH)
            .setReceivedAt(Instant.now())
            .setSha256("")
            .setPayload(ByteBuffer.wrap(wire))
            .build();
    LogPosition place = new LogPosition(Topic.RAW.topicName(), 0, 0);
    var read = new RawReader(new WireReader(AllFormats.parsers())).read(raw, place);
    return ((WireReader.Result.Read) read).items().get(0).getUri();
  }

  private static void push(String format, String id, int hour, String words) throws Exception {
    byte[] wire = ResentWires.of(ResentWires.templates().get(format), id, hour, words);
    assertThat(node.push("again-" + format, wire).statusCode()).isEqualTo(202);
  }

  private static int order(String uri, String action) throws Exception {
    String path = "/items/" + URLEncoder.encode(uri, StandardCharsets.UTF_8) + "/orders";
    String body = "{\"action\": \"" + action + "\", \"reason\": \"A hoax.\", \"by\": \"Ana\"}";
    return HTTP.send(
            HttpRequest.newBuilder(URI.create(node.node().publish().url() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  private static int status(String uri) throws Exception {
    return node.get("/items/" + URLEncoder.encode(uri, StandardCharsets.UTF_8)).statusCode();
  }

  private static List<NewsItem> of(String format) {
    return items.stream().filter(i -> i.getSource().getFeed().equals("again-" + format)).toList();
  }

  private static List<PublishedItem> published(String format) {
    return published.stream()
        .filter(p -> p.getItem().getSource().getFeed().equals("again-" + format))
        .toList();
  }

  private static List<PublicState> states(String uri) {
    return published.stream()
        .filter(p -> p.getUri().equals(uri))
        .map(PublishedItem::getState)
        .toList();
  }
}
