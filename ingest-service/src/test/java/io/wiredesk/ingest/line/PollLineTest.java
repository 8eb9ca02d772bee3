package io.wiredesk.ingest.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Transport;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollLineTest {

  private static final String OLD = entry("old", "Fri, 31 Dec 1999 00:00:00 GMT", "Old story");
  private static final String NEW = entry("new", "Fri, 01 May 2026 08:00:00 GMT", "New story");

  private final LineBench bench = new LineBench();
  private HttpPeer peer = new HttpPeer(0);

  @AfterEach
  void stop() {
    bench.close();
    peer.close();
  }

  @Test
  void takesADocumentOnceAndAgainWhenItChanges() {
    peer.at("/wire", HttpPeer.body("one", "\"1\""));
    feed("http", "/wire", "");
    eventually(() -> assertThat(texts()).containsExactly("one"));
    assertThat(bench.log.raw.get(0).getTransport()).isEqualTo(Transport.HTTP_POLL);
    eventually(() -> assertThat(peer.requests).contains("/wire \"1\" -"));
    peer.at("/wire", HttpPeer.body("two", "\"2\""));
    eventually(() -> assertThat(texts()).containsExactly("one", "two"));
    assertThat(bench.view("wire").state()).isEqualTo("running");
  }

  @Test
  void asksConditionallyAfterARestart() {
    peer.at("/wire", HttpPeer.body("one", "\"1\""));
    feed("http", "/wire", "");
    eventually(() -> assertThat(peer.requests).contains("/wire \"1\" -"));
    bench.restart();
    peer.requests.clear();
    feed("http", "/wire", "");
    eventually(() -> assertThat(peer.requests).isNotEmpty());
    assertThat(peer.requests.get(0)).isEqualTo("/wire \"1\" -");
    assertThat(texts()).containsExactly("one");
  }

  @Test
  void takesEachEntryOnceWhateverItsDateAndInTheOrderOfTheLine() {
    peer.at("/rss", HttpPeer.body(rss("1", NEW), "\"1\""));
    feed("rss", "/rss", "");
    eventually(() -> assertThat(titles()).containsExactly("New story"));
    // an entry with an old date appears, and the head changes with every answer
    peer.at("/rss", HttpPeer.body(rss("2", NEW + OLD), "\"2\""));
    eventually(() -> assertThat(titles()).containsExactly("New story", "Old story"));
    bench.restart();
    feed("rss", "/rss", "");
    String corrected = entry("new", "Fri, 01 May 2026 08:00:00 GMT", "New story, corrected");
    peer.at("/rss", HttpPeer.body(rss("3", corrected + OLD), "\"3\""));
    eventually(
        () ->
            assertThat(titles()).containsExactly("New story", "Old story", "New story, corrected"));
    assertThat(texts().get(1)).isEqualTo(rss("2", OLD));
    assertThat(bench.log.raw).extracting(RawNews::getHeaders).allMatch(h -> h.size() == 1);
  }

  @Test
  void takesTheEntriesThatAreWholeWhenTheDocumentBreaksOff() {
    String cut = rss("1", OLD + NEW);
    String half = cut.substring(0, cut.length() - 40);
    peer.at("/rss", HttpPeer.body(half, "\"1\""));
    feed("rss", "/rss", "");
    eventually(() -> assertThat(titles()).containsExactly("Old story"));
    eventually(() -> assertThat(bench.view("wire").lastError()).contains("breaks off"));
    peer.at("/rss", HttpPeer.body(cut, "\"2\""));
    eventually(() -> assertThat(titles()).containsExactly("Old story", "New story"));
    bench.awaitState("wire", "running");
  }

  @Test
  void takesTheWholeEntriesOfAFeedThatIsShorterThanItsContentLength() {
    String cut = rss("1", OLD + NEW);
    peer.at("/rss", HttpPeer.cutShort(cut.substring(0, cut.length() - 40), 500));
    feed("rss", "/rss", "");
    eventually(() -> assertThat(titles()).containsExactly("Old story"));
    eventually(() -> assertThat(bench.view("wire").lastError()).contains("breaks off"));
    // all of it is there, only the length is wrong: that is nobody's error
    peer.at("/rss", HttpPeer.cutShort(cut, 500));
    eventually(() -> assertThat(titles()).containsExactly("Old story", "New story"));
    bench.awaitState("wire", "running");
  }

  @Test
  void takesAnEntryOnceWhoseImageAddressIsSignedAnewAtEveryPoll() {
    java.util.concurrent.atomic.AtomicInteger polls =
        new java.util.concurrent.atomic.AtomicInteger();
    peer.at(
        "/rss",
        exchange -> {
          int poll = polls.incrementAndGet();
          String image =
              "<enclosure url=\"https://x.example/a.jpg?Expires="
                  + poll
                  + "&amp;Signature=s"
                  + poll
                  + "\"/></item>";
          HttpPeer.body(rss("1", NEW.replace("</item>", image)), "\"" + poll + "\"").to(exchange);
        });
    feed("rss", "/rss", "");
    eventually(() -> assertThat(polls.get()).isGreaterThan(3));
    assertThat(titles()).containsExactly("New story");
  }

  @Test
  void takesNothingOfABodyThatIsCutShort() {
    peer.at(
        "/wire",
        exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write("only the beginning".getBytes());
          exchange.getResponseBody().flush();
          throw new java.io.IOException("gone");
        });
    feed("http", "/wire", "");
    bench.awaitState("wire", "failing");
    peer.at("/wire", HttpPeer.body("whole", "\"1\""));
    eventually(() -> assertThat(texts()).containsExactly("whole"));
    bench.awaitState("wire", "running");
  }

  @Test
  void takesADocumentAndWhatReplacesItWhileItIsRead() {
    HttpPeer.Answer old = HttpPeer.body("first document", "\"1\"");
    peer.at(
        "/wire",
        exchange -> {
          peer.at("/wire", HttpPeer.body("second document", "\"2\""));
          old.to(exchange); // its answer had begun
        });
    feed("http", "/wire", "");
    eventually(() -> assertThat(texts()).containsExactly("first document", "second document"));
    eventually(() -> assertThat(peer.requests).contains("/wire \"2\" -"));
    assertThat(texts()).hasSize(2);
  }

  @Test
  void takesAnEntryAndWhatReplacesItWhileItIsRead() {
    HttpPeer.Answer old = HttpPeer.body(rss("1", OLD + NEW), "\"1\"");
    String corrected = entry("new", "Fri, 01 May 2026 08:00:00 GMT", "New story, corrected");
    peer.at(
        "/rss",
        exchange -> {
          peer.at("/rss", HttpPeer.body(rss("2", OLD + corrected), "\"2\""));
          old.to(exchange);
        });
    feed("rss", "/rss", "");
    eventually(
        () ->
            assertThat(titles())
                .containsExactlyInAnyOrder("Old story", "New story", "New story, corrected"));
    eventually(() -> assertThat(peer.requests).contains("/rss \"2\" -"));
    assertThat(titles()).hasSize(3).endsWith("New story, corrected");
  }

  @Test
  void takesWhatReplacesADocumentInTheSecondOfItsChange() {
    String second = HttpPeer.httpDate(java.time.Instant.now().plusSeconds(1));
    peer.at("/wire", peer.dated("first document", second));
    feed("http", "/wire", "");
    eventually(() -> assertThat(texts()).containsExactly("first document"));
    peer.at("/wire", peer.dated("second document", second));
    eventually(() -> assertThat(texts()).containsExactly("first document", "second document"));
  }

  @Test
  void asksWithTheTimeOfAChangeThatIsPast() {
    String past = HttpPeer.httpDate(java.time.Instant.now().minusSeconds(3600));
    peer.at("/wire", peer.dated("document", past));
    feed("http", "/wire", "");
    eventually(() -> assertThat(peer.unmodified).hasPositiveValue());
    assertThat(texts()).containsExactly("document");
  }

  @Test
  void leavesAServerAloneForAsLongAsItAsks() {
    peer.at("/wire", HttpPeer.status(429, "Retry-After", "3600"));
    feed("http", "/wire", "");
    bench.awaitState("wire", "failing");
    LineView view = bench.view("wire");
    assertThat(view.lastError()).contains("429");
    assertThat(view.retryAt()).isAfter(java.time.Instant.now().plusSeconds(3500));
    await().pollDelay(Duration.ofMillis(300)).until(() -> true);
    assertThat(peer.requests).hasSize(1);
  }

  @Test
  void goesOnAfterAServerErrorAndARestart() {
    peer.at("/wire", HttpPeer.status(500, "X-Why", "bad day"));
    feed("http", "/wire", "");
    bench.awaitState("wire", "failing");
    assertThat(bench.view("wire").lastError()).contains("500");
    int port = peer.port();
    peer.close();
    eventually(() -> assertThat(bench.view("wire").lastError()).doesNotContain("500"));
    peer = new HttpPeer(port);
    peer.at("/wire", HttpPeer.body("one", "\"1\""));
    eventually(() -> assertThat(texts()).containsExactly("one"));
    bench.awaitState("wire", "running");
  }

  @Test
  void followsRedirectsButNotForEver() {
    peer.at("/a", HttpPeer.status(302, "Location", "/b"));
    peer.at("/b", HttpPeer.status(308, "Location", "/c"));
    peer.at("/c", HttpPeer.body("there", "\"1\""));
    peer.at("/round", HttpPeer.status(302, "Location", "/round"));
    bench.feeds(feedOf("wire", "http", "/a", "") + feedOf("round", "http", "/round", ""));
    eventually(() -> assertThat(texts()).containsExactly("there"));
    bench.awaitState("round", "failing");
    assertThat(bench.view("round").lastError()).contains("redirects");
  }

  @Test
  void tellsTheTokenToNoOtherHost() {
    try (HttpPeer other = new HttpPeer(0)) {
      other.at("/c", HttpPeer.body("there", "\"1\""));
      peer.at("/a", HttpPeer.status(302, "Location", "http://127.0.0.1:" + other.port() + "/c"));
      feed("http", "/a", ", token: '${TOKEN}'");
      eventually(() -> assertThat(texts()).containsExactly("there"));
      assertThat(peer.requests.get(0)).endsWith("Bearer tok");
      assertThat(other.requests.get(0)).endsWith("-");
    }
  }

  @Test
  void givesUpOnASlowBodyAndOnAnEndlessOne() {
    peer.at("/slow", HttpPeer.endless("x", 50));
    peer.at("/endless", HttpPeer.endless("x".repeat(10_000), 0));
    bench.feeds(
        feedOf("slow", "http", "/slow", ", timeout: 400ms")
            + feedOf("endless", "http", "/endless", ""));
    bench.awaitState("slow", "failing");
    assertThat(bench.view("slow").lastError()).contains("400 ms");
    eventually(() -> assertThat(bench.log.letters).hasSize(1));
    assertThat(bench.log.letters.get(0).getFeed()).isEqualTo("endless");
    assertThat(bench.log.letters.get(0).getReason()).isEqualTo("TOO_LARGE");
    assertThat(bench.log.raw).isEmpty();
  }

  @Test
  void aWrongPasswordIsSaidAndOtherFeedsRun() {
    peer.at("/locked", HttpPeer.status(401, "WWW-Authenticate", "Basic realm=\"wire\""));
    peer.at("/wire", HttpPeer.body("one", "\"1\""));
    bench.feeds(
        feedOf("locked", "http", "/locked", ", user: desk, password: '${WRONG}'")
            + feedOf("wire", "http", "/wire", ""));
    eventually(() -> assertThat(texts()).containsExactly("one"));
    bench.awaitState("locked", "failing");
    assertThat(bench.view("locked").lastError()).contains("401");
  }

  @Test
  void takesADocumentLaterWhileTheBrokerIsAway() {
    bench.log.awayFor.set(2);
    peer.at("/rss", HttpPeer.body(rss("1", NEW + OLD), "\"1\""));
    feed("rss", "/rss", "");
    eventually(() -> assertThat(titles()).containsExactly("Old story", "New story"));
    bench.awaitState("wire", "running");
  }

  @Test
  void doesNotCallAPrivateAddressUnlessTheFeedSaysSo() {
    peer.at("/wire", HttpPeer.body("secret", "\"1\""));
    feed("http", "/wire", ", allow-private: false");
    bench.awaitState("wire", "failing");
    assertThat(bench.view("wire").lastError()).contains("private address", "allow-private: true");
    assertThat(peer.requests).isEmpty();
    bench.feeds(
        "- {name: files, kind: ftp, url: 'ftp://127.0.0.1:%d/x', poll: 50ms, allow-private: false}\n"
            .formatted(peer.port()));
    bench.awaitState("files", "failing");
    assertThat(bench.view("files").lastError()).contains("private address");
  }

  private void feed(String kind, String path, String more) {
    bench.feeds(feedOf("wire", kind, path, more));
  }

  private String feedOf(String name, String kind, String path, String more) {
    return "- {name: %s, kind: %s, url: 'http://127.0.0.1:%d%s', poll: 50ms%s}%n"
        .formatted(name, kind, peer.port(), path, more);
  }

  private List<String> texts() {
    return bench.texts("wire");
  }

  private List<String> titles() {
    return texts().stream()
        .map(text -> text.replaceAll("(?s).*<item>.*?<title>(.*?)<.*", "$1"))
        .toList();
  }

  private static String entry(String id, String date, String title) {
    return "<item><guid>%s</guid><pubDate>%s</pubDate><title>%s</title></item>"
        .formatted(id, date, title);
  }

  private static String rss(String build, String entries) {
    return "<rss version='2.0'><channel><title>Wire</title><generator>%s</generator>%s</channel></rss>"
        .formatted(build, entries);
  }

  private static void eventually(ThrowingRunnable check) {
    await().atMost(Duration.ofSeconds(60)).untilAsserted(check);
  }
}
