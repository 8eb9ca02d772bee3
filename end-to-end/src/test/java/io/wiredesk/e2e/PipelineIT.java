package io.wiredesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Topic;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main job on a real broker: copy in, enriched items out. One node for all tests; each uses
 * items of its own.
 */
class PipelineIT {

  @TempDir static Path directory;
  private static TestNode node;
  private static List<PublishedItem> published;
  private static List<DeadLetter> letters;

  @BeforeAll
  static void start() {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    node = TestNode.start(directory);
    published = node.records(Topic.PUBLISHED, PublishedItem.class);
    letters = node.records(Topic.DEAD_LETTERS, DeadLetter.class);
  }

  @AfterAll
  static void stop() {
    node.close();
    Awaitility.reset();
  }

  @Test
  void publishesAFileDroppedInTheFolderEnriched() throws Exception {
    Files.createDirectories(node.wires().resolve("lusa"));
    Files.write(
        node.wires().resolve("lusa/strike.xml"),
        Wires.nitf("urn:test:strike", 1, "Dock strike stops Lisbon port"));
    PublishedItem item = publishedState("urn:test:strike", 1);
    NewsItem news = item.getItem();
    assertThat(news.getSource().getFeed()).isEqualTo("lusa");
    assertThat(news.getSource().getFormat()).isEqualTo("nitf");
    assertThat(news.getEnrichment().getLanguage()).isEqualTo("en");
    assertThat(news.getEnrichment().getBodySections())
        .extracting(section -> section.getTitle())
        .containsExactly(null, "Talks go on in Brussels", "Ships turn to Spain");
    assertThat(news.getEnrichment().getEntities())
        .extracting(entity -> entity.getName())
        .contains("Lisbon", "Portugal", "Germany", "Spain");
    assertThat(news.getTrail())
        .extracting(entry -> entry.getStage().name())
        .contains("INTAKE", "PARSE", "ENRICH");
  }

  @Test
  void answersAPushWithCoordinatesOfTheRawBytes() throws Exception {
    byte[] bytes = Wires.ninjs("urn:test:push", "1", "Norway raises its rate", "");
    List<RawNews> raw = node.records(Topic.RAW, RawNews.class);
    HttpResponse<String> response = node.push("pushers", bytes);
    assertThat(response.statusCode()).isEqualTo(202);
    await()
        .untilAsserted(
            () ->
                assertThat(raw)
                    .anySatisfy(
                        record -> {
                          assertThat(record.getFeed()).isEqualTo("pushers");
                          assertThat(record.getPayload().array()).isEqualTo(bytes);
                        }));
    publishedState("urn:test:push", 1);
  }

  @Test
  void showsItemsOverHttpAsNinjs() throws Exception {
    node.push("http", Wires.ninjs("urn:test:http", "1", "Oslo lifts rates", ""));
    publishedState("urn:test:http", 1);
    await()
        .untilAsserted(
            () -> assertThat(node.get("/items/urn:test:http").statusCode()).isEqualTo(200));
    assertThat(node.get("/items/urn:test:http").body())
        .contains("Oslo lifts rates")
        .contains("\"version\":\"1\"");
    assertThat(node.get("/items").body()).contains("urn:test:http");
    assertThat(node.get("/items/urn:test:nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void publishesTheSameBytesOnce() throws Exception {
    byte[] bytes = Wires.ninjs("urn:test:twice", "1", "Twice sent", "");
    node.push("twice", bytes);
    node.push("twice", bytes);
    node.push("another-line", bytes);
    node.push("twice", Wires.ninjs("urn:test:after-twice", "1", "Sent after", ""));
    publishedState("urn:test:after-twice", 1);
    publishedState("urn:test:twice", 1);
    List<NewsItem> items = node.records(Topic.ITEMS, NewsItem.class);
    await()
        .untilAsserted(
            () -> assertThat(items).anyMatch(item -> item.getUri().equals("urn:test:after-twice")));
    assertThat(items.stream().filter(item -> item.getUri().equals("urn:test:twice"))).hasSize(1);
  }

  @Test
  void publishesAStoryInTakesWhole() throws Exception {
    Path samples = Path.of("..", "samples", "wires", "meridian");
    node.push("takes", Files.readAllBytes(samples.resolve("33-rivers-take1.nitf.xml")));
    node.push("takes", Files.readAllBytes(samples.resolve("34-rivers-take2.nitf.xml")));
    NewsItem story =
        publishedState("urn:wiredesk:item:meridian-example-org:MIW-20260312-00066", 1).getItem();
    assertThat(story.getText()).contains("The gauge at Galati", "one metre ninety-four");
    assertThat(story.getEnrichment().getBodySections())
        .extracting(section -> section.getTitle())
        .containsExactly(null, "A river of rules", "Rain in the forecast");
    assertThat(story.getSource().getJoined()).hasSize(2);
  }

  @Test
  void aStoryThatComesAfterItsKillIsNeverPublic() throws Exception {
    node.push("late", Wires.telex("0109", "KILL: Ferry sinks off the southern coast", "121205"));
    node.push("late", Wires.telex("0101", "Ferry sinks off the southern coast", "121200"));
    node.push("late", Wires.telex("0111", "Harbour of Horta opens again", "121210"));
    publishedState("urn:wiredesk:item:late:seq:20260312:abc:0111", 1);
    List<NewsItem> items = node.records(Topic.ITEMS, NewsItem.class);
    String killed = "urn:wiredesk:item:late:seq:20260312:abc:0101";
    await()
        .untilAsserted(
            () ->
                assertThat(items)
                    .filteredOn(item -> item.getUri().equals(killed))
                    .extracting(NewsItem::getPubStatus)
                    .containsExactly(PubStatus.WITHHELD));
    assertThat(lettersOf("late"))
        .extracting(DeadLetter::getReason)
        .containsExactly("UNRESOLVED_KILL");
    assertThat(published)
        .filteredOn(item -> item.getUri().equals(killed))
        .noneMatch(item -> item.getState() == PublicState.PUBLISHED);
  }

  @Test
  void deadLettersSayWhyAndKeepTheBytes() throws Exception {
    byte[] cut =
        "<?xml version=\"1.0\"?><nitf><body><body.content><p>cut of"
            .getBytes(StandardCharsets.UTF_8);
    byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
    node.push("broken", cut);
    node.push("broken", "{\"uri\": ".getBytes(StandardCharsets.UTF_8));
    node.push("broken", picture);
    node.push("broken", Wires.ninjs("urn:test:after-broken", "1", "The flow goes on", ""));
    publishedState("urn:test:after-broken", 1);
    await().untilAsserted(() -> assertThat(lettersOf("broken")).hasSize(3));
    assertThat(lettersOf("broken"))
        .extracting(DeadLetter::getReason)
        .containsExactlyInAnyOrder("MALFORMED", "MALFORMED", "NOT_TEXT");
    assertThat(lettersOf("broken"))
        .anySatisfy(letter -> assertThat(letter.getPayload().array()).isEqualTo(cut));
    assertThat(lettersOf("broken"))
        .allSatisfy(
            letter -> {
              assertThat(letter.getOriginTopic()).isEqualTo("news.raw");
              assertThat(letter.getMessage()).isNotBlank();
            });
  }

  @Test
  void refusesFiftyMegabytesOfNoiseAndGoesOn() throws Exception {
    byte[] noise = new byte[50 * 1024 * 1024];
    new java.util.Random(7).nextBytes(noise);
    assertThat(node.push("noisy", noise).statusCode()).isEqualTo(413);
    Path file = node.wires().resolve("noisy/noise.bin");
    Files.createDirectories(file.getParent());
    Files.write(file, noise);
    await().untilAsserted(() -> assertThat(lettersOf("noisy")).hasSize(1));
    assertThat(lettersOf("noisy").get(0).getReason()).isEqualTo("TOO_LARGE");
    assertThat(lettersOf("noisy").get(0).getSize()).isEqualTo(noise.length);
    node.push("noisy", Wires.ninjs("urn:test:after-noise", "1", "Still here", ""));
    publishedState("urn:test:after-noise", 1);
  }

  @Test
  void cancelReachesTopicAndHttpAsAStateWithoutCopy() throws Exception {
    node.push("kills", Wires.ninjs("urn:test:kill", "1", "A story to be killed", ""));
    publishedState("urn:test:kill", 1);
    node.push(
        "kills",
        Wires.ninjs(
            "urn:test:kill", "2", "KILL: A story to be killed", "\"pubStatus\": \"canceled\","));
    await().untilAsserted(() -> assertThat(statesOf("urn:test:kill")).hasSize(2));
    PublishedItem kill = statesOf("urn:test:kill").get(1);
    assertThat(kill.getState()).isEqualTo(PublicState.CANCELED);
    assertThat(kill.getReason()).isNotBlank();
    assertThat(kill.getTakenBack().getHeadline()).contains("story to be killed");
    kill.setTakenBack(null);
    assertThat(kill.toString()).doesNotContain("story to be killed").doesNotContain("central bank");
    await()
        .untilAsserted(
            () -> assertThat(node.get("/items/urn:test:kill").statusCode()).isEqualTo(410));
  }

  @Test
  void withheldAndEmbargoedNeverShow() throws Exception {
    node.push(
        "held",
        Wires.ninjs("urn:test:withheld", "1", "Withheld copy", "\"pubStatus\": \"withheld\","));
    node.push(
        "held",
        Wires.ninjs(
            "urn:test:embargo",
            "1",
            "Embargoed copy",
            "\"embargoedUntil\": \"2199-01-01T00:00:00Z\","));
    node.push("held", Wires.ninjs("urn:test:after-held", "1", "Free copy", ""));
    publishedState("urn:test:after-held", 1);
    List<NewsItem> enriched = node.records(Topic.ENRICHED, NewsItem.class);
    await()
        .untilAsserted(
            () ->
                assertThat(enriched)
                    .extracting(NewsItem::getUri)
                    .contains("urn:test:withheld", "urn:test:embargo"));
    assertThat(published)
        .noneMatch(
            item ->
                item.toString().contains("Withheld copy")
                    || item.toString().contains("Embargoed copy"));
    for (String path : List.of("/items", "/items/urn:test:withheld", "/items/urn:test:embargo")) {
      assertThat(node.get(path).body())
          .doesNotContain("Withheld copy")
          .doesNotContain("Embargoed copy");
    }
  }

  @Test
  void publishesRevisionsInOrderAndNeverALateOne() throws Exception {
    node.push("revisions", Wires.ninjs("urn:test:rev", "1", "First", ""));
    node.push("revisions", Wires.ninjs("urn:test:rev", "3", "Third", ""));
    node.push("revisions", Wires.ninjs("urn:test:rev", "2", "Second, late", ""));
    node.push("revisions", Wires.ninjs("urn:test:rev", "4", "Fourth", ""));
    await()
        .untilAsserted(
            () ->
                assertThat(statesOf("urn:test:rev"))
                    .anyMatch(item -> item.getItem().getVersion().equals("4")));
    assertThat(statesOf("urn:test:rev"))
        .extracting(item -> item.getItem().getVersion())
        .containsExactly("1", "3", "4");
  }

  private static PublishedItem publishedState(String uri, int count) {
    await(uri).untilAsserted(() -> assertThat(statesOf(uri)).hasSizeGreaterThanOrEqualTo(count));
    return statesOf(uri).get(count - 1);
  }

  private static List<PublishedItem> statesOf(String uri) {
    return published.stream().filter(item -> item.getUri().equals(uri)).toList();
  }

  private static List<DeadLetter> lettersOf(String feed) {
    return letters.stream().filter(letter -> feed.equals(letter.getFeed())).toList();
  }
}
