package io.wiredesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wiredesk.ingest.reading.RawReader;
import io.wiredesk.runtime.LogPosition;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.Duplicate;
import io.wiredesk.schemas.DuplicateKind;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Source;
import io.wiredesk.schemas.Topic;
import io.wiredesk.wire.AllFormats;
import io.wiredesk.wire.WireReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The promises of docs/promises.md, each by its name, on a whole node with a real broker. One node
 * for all; each uses items of its own.
 */
class PromisesIT {

  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir static Path directory;
  private static TestNode node;
  private static List<RawNews> raw;
  private static List<NewsItem> items;
  private static List<NewsItem> enriched;
  private static List<PublishedItem> published;
  private static List<DeadLetter> letters;
  private static List<Duplicate> duplicates;
  private static final List<String> STREAM = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void start() {
    node = TestNode.start(directory);
    raw = node.records(Topic.RAW, RawNews.class);
    items = node.records(Topic.ITEMS, NewsItem.class);
    enriched = node.records(Topic.ENRICHED, NewsItem.class);
    published = node.records(Topic.PUBLISHED, PublishedItem.class);
    letters = node.records(Topic.DEAD_LETTERS, DeadLetter.class);
    duplicates = node.records(Topic.DUPLICATES, Duplicate.class);
    HttpRequest stream =
        HttpRequest.newBuilder(URI.create(node.node().publish().url() + "/stream")).build();
    HttpClient.newHttpClient()
        .sendAsync(stream, BodyHandlers.ofLines())
        .thenAccept(response -> response.body().forEach(STREAM::add));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Nested
  class AcknowledgedMeansDurable {
    @Test
    void whatWasAnsweredWith202IsOnTheLogToTheByte() throws Exception {
      byte[] bytes = Wires.ninjs("urn:test:durable", "1", "Durable", "");
      assertThat(node.push("durable", bytes).statusCode()).isEqualTo(202);
      List<RawNews> fresh = node.records(Topic.RAW, RawNews.class); // from the beginning, anew
      await().atMost(LONG).until(() -> fresh.stream().anyMatch(r -> r.getFeed().equals("durable")));
      assertThat(fresh)
          .filteredOn(r -> r.getFeed().equals("durable"))
          .singleElement()
          .satisfies(r -> assertThat(r.getPayload().array()).isEqualTo(bytes));
    }
  }

  @Nested
  class EveryRawRecordEndsInOnePlace {
    @Test
    void anItemADuplicateAndADeadLetter() throws Exception {
      byte[] story = Wires.ninjs("urn:test:place", "1", "In its place", "");
      node.push("place", story);
      node.push("place", story);
      node.push("place", "{\"uri\": \"urn:".getBytes(StandardCharsets.UTF_8));
      node.push("place", Wires.ninjs("urn:test:place-after", "1", "After", ""));
      await().atMost(LONG).until(() -> of("place", items).size() == 2);
      await().atMost(LONG).until(() -> lettersOf("place").size() == 1);
      assertThat(raw).filteredOn(r -> r.getFeed().equals("place")).hasSize(4);
      await().atMost(LONG).until(() -> duplicatesOf("place").size() == 1);
      Duplicate duplicate = duplicatesOf("place").get(0);
      assertThat(duplicate.getKind()).isEqualTo(DuplicateKind.SAME_BYTES);
      assertThat(of("place", items)).hasSize(2);
    }
  }

  @Nested
  class OrderPerItem {
    @Test
    void aLateRevisionIsNeverPublished() throws Exception {
      for (String version : List.of("1", "3", "2", "4")) {
        node.push("order", Wires.ninjs("urn:test:order", version, "Version " + version, ""));
      }
      await().atMost(LONG).until(() -> versions("urn:test:order").contains("4"));
      assertThat(versions("urn:test:order")).containsExactly("1", "3", "4");
    }
  }

  @Nested
  class NoItemBeforeItsEmbargo {
    @Test
    void neitherOnTheTopicNorOverHttpNorOnTheStream() throws Exception {
      Instant end = Instant.now().plusSeconds(8).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
      String uri = "urn:test:embargoed";
      node.push(
          "embargo",
          Wires.ninjs(
              uri,
              "1",
              "Embargoed Zanzibara",
              "\"urgency\": 1, \"embargoedUntil\": \"%s\",".formatted(end)));
      await().atMost(LONG).until(() -> of("embargo", enriched).size() == 1);
      while (Instant.now().isBefore(end)) {
        String seen = published.toString() + STREAM + node.get("/items?state=any").body();
        int status = node.get("/items/" + uri).statusCode();
        if (Instant.now().isBefore(end)) { // else it may have become public while we looked
          assertThat(seen).doesNotContain("Zanzibara");
          assertThat(status).isEqualTo(404);
        }
      }
      await().atMost(LONG).until(() -> states(uri).size() == 1);
      assertThat(states(uri).get(0).getReleasedAt()).isAfterOrEqualTo(end);
      await().atMost(LONG).until(() -> STREAM.toString().contains("Zanzibara"));
    }
  }

  @Nested
  class WithheldIsNeverPublicAndCanceledReachesEverything {
    @Test
    void aKillIsAStateWithAReasonOnTopicHttpAndStreamAndReceiptsShowWhoActed() throws Exception {
      String uri = "urn:test:canceled";
      node.push("cancel", Wires.ninjs(uri, "1", "A story about Quillagua", ""));
      await().atMost(LONG).until(() -> node.get("/items/" + uri).statusCode() == 200);
      assertThat(receipt(uri, 1)).as("nothing to act on yet").isNotEqualTo(202);
      node.push("cancel", Wires.ninjs(uri, "2", "KILL: Quillagua", "\"pubStatus\": \"canceled\","));
      await().atMost(LONG).until(() -> node.get("/items/" + uri).statusCode() == 410);
      PublishedItem kill = states(uri).get(1);
      assertThat(kill.getState()).isEqualTo(PublicState.CANCELED);
      assertThat(kill.getReason()).isNotBlank();
      assertThat(kill.getTakenBack().getHeadline()).isEqualTo("A story about Quillagua");
      assertThat(node.get("/items/" + uri).body()).contains("A story about Quillagua");
      kill.setTakenBack(null);
      assertThat(kill.toString()).doesNotContain("Quillagua").doesNotContain("Norway");
      await().atMost(LONG).until(() -> STREAM.stream().anyMatch("event: canceled"::equals));
      assertThat(receipt(uri, 2)).isEqualTo(202);
      await()
          .atMost(LONG)
          .until(() -> node.get("/items/" + uri + "/receipts").body().contains("test-cms"));
    }

    @Test
    void withheldCopyIsNowhereInPublic() throws Exception {
      node.push(
          "withheld",
          Wires.ninjs(
              "urn:test:held",
              "1",
              "Withheld Orongo",
              "\"urgency\": 1, \"pubStatus\": \"withheld\","));
      node.push("withheld", Wires.ninjs("urn:test:held-after", "1", "After", ""));
      await().atMost(LONG).until(() -> states("urn:test:held-after").size() == 1);
      await().atMost(LONG).until(() -> of("withheld", enriched).size() == 2);
      assertThat(published.toString() + STREAM + node.get("/items?state=any").body())
          .doesNotContain("Orongo");
      assertThat(node.get("/items/urn:test:held").statusCode()).isEqualTo(404);
    }
  }

  @Nested
  class ExactlyOnceBetweenTopics {
    @Test
    void whatIsSentTwiceAndOvertakesItselfIsThereOnceOnEveryTopic() throws Exception {
      for (int i = 0; i < 12; i++) {
        byte[] story = Wires.ninjs("urn:test:once:" + i, "1", "Once " + i, "\"urgency\": 2,");
        node.push("once-a", story);
        node.push("once-b", story);
      }
      node.push("once-a", Wires.ninjs("urn:test:once:last", "1", "Last", ""));
      node.push("once-b", Wires.ninjs("urn:test:once:last-too", "1", "Last too", ""));
      await().atMost(LONG).until(() -> states("urn:test:once:last").size() == 1);
      await().atMost(LONG).until(() -> states("urn:test:once:last-too").size() == 1);
      for (int i = 0; i < 12; i++) {
        String uri = "urn:test:once:" + i;
        assertThat(items).filteredOn(item -> item.getUri().equals(uri)).hasSize(1);
        assertThat(enriched).filteredOn(item -> item.getUri().equals(uri)).hasSize(1);
        assertThat(states(uri)).hasSize(1);
      }
    }
  }

  @Nested
  class SameBytesSameItems {
    @Test
    void whatIsOnTheLogReadsTheSameWayOnceMore() throws Exception {
      node.push("same", Wires.nitf("urn:test:same", 1, "The same again"));
      await().atMost(LONG).until(() -> of("same", items).size() == 1);
      NewsItem item = of("same", items).get(0);
      Source source = item.getSource();
      RawNews bytes =
          raw.stream().filter(r -> r.getFeed().equals("same")).findFirst().orElseThrow();
      LogPosition place =
          new LogPosition(source.getRawTopic(), source.getRawPartition(), source.getRawOffset());
      var read = new RawReader(new WireReader(AllFormats.parsers())).read(bytes, place);
      List<NewsItem> again = new ArrayList<>(((WireReader.Result.Read) read).items());
      again.forEach(one -> one.setTrail(item.getTrail()));
      assertThat(again).containsExactly(item);
    }
  }

  @Nested
  class NonPublicNotesStayInside {
    @Test
    void aContactsNumberIsOnNoPublicTopicNorHttpNorStream() throws Exception {
      String uri = "urn:test:notes";
      node.push(
          "notes",
          Wires.ninjs(
              uri,
              "1",
              "A story with a note",
              "\"edNote\": \"Contact: Ana Prado, tel. +351 21 5550199\", \"urgency\": 1,"));
      await().atMost(LONG).until(() -> of("notes", items).size() == 1);
      assertThat(of("notes", items).get(0).toString()).contains("5550199");
      await().atMost(LONG).until(() -> node.get("/items/" + uri).statusCode() == 200);
      await().atMost(LONG).until(() -> STREAM.toString().contains("A story with a note"));
      assertThat(published.toString() + STREAM + node.get("/items/" + uri).body())
          .doesNotContain("5550199");
    }
  }

  private static int receipt(String uri, int sequence) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(node.node().publish().url() + "/items/" + uri + "/receipts"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"consumer\": \"test-cms\", \"sequence\": " + sequence + "}"))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  private static List<Duplicate> duplicatesOf(String feed) {
    return duplicates.stream().filter(duplicate -> duplicate.getFeed().equals(feed)).toList();
  }

  private static List<NewsItem> of(String feed, List<NewsItem> items) {
    return items.stream().filter(item -> item.getSource().getFeed().equals(feed)).toList();
  }

  private static List<DeadLetter> lettersOf(String feed) {
    return letters.stream().filter(letter -> feed.equals(letter.getFeed())).toList();
  }

  private static List<PublishedItem> states(String uri) {
    return published.stream().filter(item -> item.getUri().equals(uri)).toList();
  }

  private static List<String> versions(String uri) {
    return states(uri).stream().map(item -> item.getItem().getVersion()).toList();
  }
}
