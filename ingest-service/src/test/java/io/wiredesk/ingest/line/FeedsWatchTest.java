package io.wiredesk.ingest.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedsWatchTest {

  @TempDir Path root;
  private final LineBench bench = new LineBench();
  private FeedsWatch watch;

  @BeforeEach
  void start() {
    watch =
        FeedsWatch.start(
            root.resolve("feeds.yml"), bench.reader, bench.lines, Duration.ofMillis(50));
  }

  @AfterEach
  void stop() {
    watch.close();
    bench.close();
  }

  @Test
  void addsChangesPausesAndRemovesFeedsWithoutARestart() throws IOException {
    write(folder("a", ""));
    drop("a", "1.txt", "one");
    eventually(() -> assertThat(bench.texts("a")).containsExactly("one"));

    write(folder("a", "") + folder("b", ""));
    drop("b", "1.txt", "other");
    eventually(() -> assertThat(bench.texts("b")).containsExactly("other"));

    write(folder("a", ", paused: true") + folder("b", ""));
    eventually(() -> assertThat(bench.view("a").state()).isEqualTo("paused"));
    drop("a", "2.txt", "two");
    drop("b", "2.txt", "other two");
    eventually(() -> assertThat(bench.texts("b")).containsExactly("other", "other two"));
    assertThat(bench.texts("a")).containsExactly("one");

    write(folder("a", ""));
    eventually(() -> assertThat(bench.texts("a")).containsExactly("one", "two"));
    assertThat(bench.lines.views()).extracting(LineView::name).containsExactly("a");
  }

  @Test
  void refusesAWrongEntryWithItsLineWhileTheOthersRun() throws IOException {
    write(folder("a", "") + "  - {name: b, kind: pigeon}\n");
    drop("a", "1.txt", "one");
    eventually(() -> assertThat(bench.texts("a")).containsExactly("one"));
    assertThat(bench.view("b").state()).isEqualTo("refused");
    assertThat(bench.view("b").refusal()).startsWith("line 3 (b): kind must be one of");
    assertThat(bench.lines.closed("b")).isPresent();
    assertThat(bench.lines.closed("a")).isEmpty();
    assertThat(bench.lines.closed("other")).isEmpty();
  }

  @Test
  void aFeedWhoseEntryBecomesWrongGoesOnAsItWas() throws IOException {
    write(folder("a", ""));
    drop("a", "1.txt", "one");
    eventually(() -> assertThat(bench.texts("a")).containsExactly("one"));
    write(folder("a", ", poll: soon"));
    eventually(() -> assertThat(bench.view("a").refusal()).contains("poll must be a time"));
    drop("a", "2.txt", "two");
    eventually(() -> assertThat(bench.texts("a")).containsExactly("one", "two"));
    Files.writeString(root.resolve("feeds.yml"), "feeds: [ {");
    eventually(
        () ->
            assertThat(bench.lines.views())
                .extracting(LineView::state)
                .containsExactly("running", "refused"));
    drop("a", "3.txt", "three");
    eventually(() -> assertThat(bench.texts("a")).containsExactly("one", "two", "three"));
  }

  @Test
  void nobodyMayPushWhileTheFileCouldNeverBeRead() throws IOException {
    Files.writeString(root.resolve("feeds.yml"), "feeds: [ {");
    FeedsWatch.preview(root.resolve("feeds.yml"), bench.reader, bench.lines);
    assertThat(bench.lines.closed("any")).isPresent();
    write(folder("a", ""));
    eventually(() -> assertThat(bench.lines.closed("any")).isEmpty());
  }

  @Test
  void takesAProfileWithoutTouchingTheFeed() throws IOException {
    write(folder("a", ""));
    eventually(() -> assertThat(bench.lines.spec("a")).isPresent());
    write(folder("a", ", profile: {provider: NPA, language: da, timeZone: Europe/Copenhagen}"));
    eventually(() -> assertThat(bench.profiles.apply("a").provider()).isEqualTo("NPA"));
    assertThat(bench.profiles.apply("a").zone().getId()).isEqualTo("Europe/Copenhagen");
    assertThat(bench.profiles.apply("other").provider()).isNull();
  }

  private void write(String entries) throws IOException {
    Files.writeString(root.resolve("feeds.yml"), "feeds:\n" + entries);
  }

  private String folder(String name, String more) {
    return "  - {name: %s, kind: folder, directory: '%s', poll: 50ms, settle: 50ms%s}%n"
        .formatted(name, root.resolve(name), more.startsWith(", poll") ? "" : more)
        .replace("poll: 50ms", more.startsWith(", poll") ? more.substring(2) : "poll: 50ms");
  }

  private void drop(String feed, String name, String text) throws IOException {
    Files.createDirectories(root.resolve(feed));
    Files.writeString(root.resolve(feed).resolve(name), text);
  }

  private static void eventually(ThrowingRunnable check) {
    await()
        .ignoreException(NoSuchElementException.class) // a feed that is not there yet
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(check);
  }

  @Test
  void anyEndpointOfCamelIsAFeed() throws IOException {
    Files.createDirectories(root.resolve("in"));
    Files.writeString(root.resolve("in/x.txt"), "by any way");
    write(
        "  - {name: any, kind: camel, uri: 'file:%s/in?delay=50&initialDelay=0'}\n"
            .formatted(root));
    eventually(() -> assertThat(bench.texts("any")).isEqualTo(List.of("by any way")));
    assertThat(bench.log.raw.get(0).getSourceName()).isEqualTo("x.txt");
  }

  @Test
  void holdsAMessageOfAnyEndpointWhileTheBrokerIsAway() throws IOException {
    bench.log.awayFor.set(1);
    Files.createDirectories(root.resolve("in"));
    Files.writeString(root.resolve("in/x.txt"), "held");
    // this endpoint deletes what fails as well: it comes once or never
    write(
        "  - {name: any, kind: camel, uri: 'file:%s/in?delay=50&initialDelay=0&preMove=.taken&delete=true'}\n"
            .formatted(root));
    eventually(() -> assertThat(bench.texts("any")).containsExactly("held"));
    assertThat(bench.view("any").lastError()).contains("broker is away");
    bench.awaitState("any", "running");
  }

  @Test
  void aFeedThatDoesNotStartIsTriedAgain() throws IOException {
    write(
        "  - {name: any, kind: camel, uri: 'file:%s/in?delay=50&initialDelay=0&autoCreate=false&startingDirectoryMustExist=true'}\n"
            .formatted(root));
    eventually(() -> assertThat(bench.view("any").lastError()).contains("does not start"));
    assertThat(bench.view("any").state()).isEqualTo("failing");
    Files.createDirectories(root.resolve("in"));
    Files.writeString(root.resolve("in/x.txt"), "at last");
    eventually(() -> assertThat(bench.texts("any")).containsExactly("at last"));
  }
}
