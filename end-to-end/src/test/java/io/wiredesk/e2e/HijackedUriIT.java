package io.wiredesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.Topic;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Attack: another feed sends an agency's identifier with other words, and a kill of it, in every
 * format; and copy comes whose embargo nobody can read. Nothing of it may become public, and the
 * agency's own item goes on.
 */
class HijackedUriIT {

  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir static Path directory;
  private static TestNode node;
  private static List<PublishedItem> published;
  private static List<DeadLetter> letters;

  @BeforeAll
  static void start() throws Exception {
    Files.writeString(
        directory.resolve("feeds.yml"),
        """
        feeds:
          - {name: agency, kind: push, profile: {provider: NPA, speaks-for: "urn:npa"}}
          - {name: second, kind: push, profile: {provider: NPA}}
          - {name: stranger, kind: push, profile: {provider: Mix}}
        """);
    node = TestNode.start(directory);
    published = node.records(Topic.PUBLISHED, PublishedItem.class);
    letters = node.records(Topic.DEAD_LETTERS, DeadLetter.class);
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
  void anotherFeedDoesNotReviseAnAgencysItem(String format) throws Exception {
    String id = "09" + (10 + List.copyOf(ResentWires.templates().keySet()).indexOf(format));
    push("agency", format, id, 10, "Rapanui ten.");
    await()
        .atMost(LONG)
        .untilAsserted(() -> assertThat(saying(id, "Rapanui ten.")).as(all(id)).isNotNull());
    String uri = saying(id, "Rapanui ten.");

    push("stranger", format, id, 11, "Forged eleven.");
    push("second", format, id, 12, "Rapanui twelve.");
    await()
        .atMost(LONG)
        .untilAsserted(() -> assertThat(text(uri)).as(all(id)).contains("Rapanui twelve."));

    assertThat(published.stream().filter(p -> p.getUri().equals(uri)).toList().toString())
        .doesNotContain("Forged");
  }

  @Test
  void aKillByAnotherFeedWaitsForAnEditor() throws Exception {
    String uri = "urn:npa:killed";
    node.push("agency", Wires.ninjs(uri, "1", "Rate raised", ""));
    await().atMost(LONG).until(() -> status(uri) == 200);
    node.push("stranger", Wires.ninjs(uri, "2", "Rate raised", "\"pubStatus\": \"canceled\","));
    await()
        .atMost(LONG)
        .until(
            () ->
                letters.stream()
                    .anyMatch(
                        letter ->
                            letter.getReason().equals("NOT_ENTITLED")
                                && letter.getMessage().contains("Mix")
                                && letter.getMessage().contains("NPA")));
    await().atMost(LONG).until(() -> node.get("/kills").body().contains(uri));
    assertThat(node.get("/health").body()).contains("waits for an editor");
    assertThat(states(uri)).containsExactly(PublicState.PUBLISHED);
  }

  @Test
  void copyWithAnEmbargoThatNobodyCanReadStaysBack() throws Exception {
    String ninjs = "urn:npa:unread";
    node.push("agency", Wires.ninjs(ninjs, "1", "Unread", "\"embargoed\": \"at the gong\","));
    String g2 =
        ResentWires.templates()
            .get("newsml-g2")
            .replace("<pubStatus", "<embargoed>at the gong</embargoed><pubStatus");
    node.push("agency", ResentWires.of(g2, "0998", 10, "Unread."));
    node.push("agency", Wires.ninjs("urn:npa:last", "1", "Last", ""));
    await().atMost(LONG).until(() -> status("urn:npa:last") == 200);
    assertThat(states(ninjs)).isEmpty();
    assertThat(states("urn:npa:g2:0998")).isEmpty();
  }

  private static void push(String feed, String format, String id, int hour, String words)
      throws Exception {
    byte[] wire = ResentWires.of(ResentWires.templates().get(format), id, hour, words);
    assertThat(node.push(feed, wire).statusCode()).isEqualTo(202);
  }

  /** The uri under which these words are public over the agency's feed; null while they are not. */
  private static String saying(String id, String words) {
    return published.stream()
        .filter(p -> p.getItem().getSource().getFeed().equals("agency"))
        .filter(p -> p.getItem().getText().contains(words))
        .map(PublishedItem::getUri)
        .filter(uri -> uri.contains(id))
        .findFirst()
        .orElse(null);
  }

  private static String all(String id) {
    return published.stream()
        .filter(p -> p.getUri().contains(id))
        .map(
            p ->
                p.getUri()
                    + " over "
                    + p.getItem().getSource().getFeed()
                    + " as "
                    + p.getItem().getSource().getFormat()
                    + ": "
                    + p.getItem().getText())
        .toList()
        .toString();
  }

  private static String text(String uri) {
    return published.stream()
        .filter(p -> p.getUri().equals(uri))
        .reduce((first, second) -> second)
        .map(p -> p.getItem().getText())
        .orElse("");
  }

  private static List<PublicState> states(String uri) {
    return published.stream()
        .filter(p -> p.getUri().equals(uri))
        .map(PublishedItem::getState)
        .toList();
  }

  private static int status(String uri) throws Exception {
    return node.get("/items/" + URLEncoder.encode(uri, StandardCharsets.UTF_8)).statusCode();
  }
}
