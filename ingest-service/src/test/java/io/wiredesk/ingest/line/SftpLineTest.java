package io.wiredesk.ingest.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wiredesk.schemas.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SftpLineTest {

  @TempDir Path root;
  private final LineBench bench = new LineBench();
  private SftpPeer peer;
  private CutProxy proxy;

  @BeforeEach
  void start() throws IOException {
    Files.createDirectories(root.resolve("out"));
    peer = new SftpPeer(root, 0);
    proxy = new CutProxy(peer.port());
  }

  @AfterEach
  void stop() throws IOException {
    bench.close();
    proxy.close();
    peer.close();
  }

  @Test
  void takesFilesInOrderAndMovesThemAside() throws IOException {
    drop("b.xml", "first", Instant.parse("2026-01-01T00:00:00Z"));
    drop("a.xml", "second", Instant.parse("2026-01-01T00:01:00Z"));
    drop("half.xml.part", "unfinished", Instant.parse("2026-01-01T00:00:00Z"));
    feed("");
    eventually(() -> assertThat(texts()).containsExactly("first", "second"));
    assertThat(bench.log.raw.get(0).getTransport()).isEqualTo(Transport.SFTP);
    assertThat(bench.log.raw.get(0).getSourceName()).isEqualTo("b.xml");
    eventually(() -> assertThat(names("out")).containsExactly("half.xml.part"));
    eventually(() -> assertThat(below(".done")).isEqualTo(2));
    assertThat(bench.view("wire").state()).isEqualTo("running");
  }

  @Test
  void anOldDateIsNoReasonToSkip() throws IOException {
    feed("");
    drop("new.xml", "new", Instant.now());
    eventually(() -> assertThat(texts()).containsExactly("new"));
    drop("old.xml", "old", Instant.parse("1999-12-31T00:00:00Z"));
    eventually(() -> assertThat(texts()).containsExactly("new", "old"));
  }

  @Test
  void readsAFileAgainWhenTheConnectionBreaksInTheMiddle() throws IOException {
    String copy = "x".repeat(80_000);
    feed("");
    drop("first.xml", "first", Instant.now());
    eventually(() -> assertThat(texts()).containsExactly("first"));
    proxy.cutAfter(40_000);
    drop("long.xml", copy, Instant.now());
    eventually(() -> assertThat(texts()).containsExactly("first", copy));
    assertThat(proxy.cuts).hasValue(1);
    eventually(() -> assertThat(names("out")).isEmpty());
    bench.awaitState("wire", "running");
  }

  @Test
  void goesOnWhenTheServerIsRestarted() throws IOException {
    feed("");
    drop("a.xml", "a", Instant.now());
    eventually(() -> assertThat(texts()).containsExactly("a"));
    int port = peer.port();
    peer.close();
    proxy.cut();
    bench.awaitState("wire", "failing");
    drop("b.xml", "b", Instant.now());
    peer = new SftpPeer(root, port);
    eventually(() -> assertThat(texts()).containsExactly("a", "b"));
    bench.awaitState("wire", "running");
  }

  @Test
  void aWrongPasswordIsSaidAndOtherFeedsRun() throws IOException {
    drop("a.xml", "a", Instant.now());
    bench.feeds(
        """
        - {name: locked, kind: sftp, url: "sftp://127.0.0.1:%d/out", user: desk, password: "${WRONG}", poll: 50ms}
        - {name: wire, kind: sftp, url: "sftp://127.0.0.1:%d/out", user: desk, password: "${PW}", poll: 50ms, settle: 100ms}
        """
            .formatted(proxy.port(), proxy.port()));
    eventually(() -> assertThat(texts()).containsExactly("a"));
    bench.awaitState("locked", "failing");
    assertThat(bench.view("locked").lastError()).contains("Auth");
    assertThat(bench.view("locked").lastError()).doesNotContain("wrong");
    assertThat(bench.view("wire").state()).isEqualTo("running");
  }

  @Test
  void losesNothingWhenAFileIsReplacedWhileItIsRead() throws IOException {
    bench.log.whenAppended.set(
        () -> silently(() -> drop("a.xml", "second and longer", Instant.now())));
    drop("a.xml", "first", Instant.now().minusSeconds(60));
    feed("");
    eventually(() -> assertThat(texts()).containsExactly("first", "second and longer"));
    eventually(() -> assertThat(names("out")).isEmpty());
  }

  @Test
  void waitsForAFileThatGrows() throws IOException {
    feed("");
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      all.append("more and more ");
      drop("grows.txt", all.toString(), Instant.now());
      await().pollDelay(Duration.ofMillis(60)).until(() -> true);
    }
    eventually(() -> assertThat(texts()).containsExactly(all.toString()));
  }

  @Test
  void takesAReplacedFileAgainAndALeftOneOnce() throws IOException {
    feed(", after: leave");
    drop("a.xml", "one", Instant.parse("2026-01-01T00:00:00Z"));
    eventually(() -> assertThat(texts()).containsExactly("one"));
    bench.restart();
    feed(", after: leave");
    drop("b.xml", "other", Instant.parse("2026-01-01T00:00:00Z"));
    eventually(() -> assertThat(texts()).containsExactly("one", "other"));
    drop("a.xml", "two", Instant.parse("2026-01-01T00:01:00Z"));
    eventually(() -> assertThat(texts()).containsExactly("one", "other", "two"));
    assertThat(names("out")).containsExactly("a.xml", "b.xml");
  }

  @Test
  void deletesWhereItIsToldTo() throws IOException {
    drop("a.xml", "one", Instant.now());
    feed(", after: delete");
    eventually(() -> assertThat(texts()).containsExactly("one"));
    eventually(() -> assertThat(everything()).isEmpty());
  }

  @Test
  void setsAsideWhatIsTooLargeWithADeadLetterThatNamesIt() throws IOException {
    drop("big.bin", "x".repeat(LineBench.LIMIT + 1), Instant.now().minusSeconds(5));
    drop("next.txt", "goes on", Instant.now());
    feed("");
    eventually(() -> assertThat(texts()).containsExactly("goes on"));
    assertThat(bench.log.letters).hasSize(1);
    assertThat(bench.log.letters.get(0).getSourceName()).isEqualTo("big.bin");
    assertThat(bench.log.letters.get(0).getSize()).isEqualTo(LineBench.LIMIT + 1);
    eventually(() -> assertThat(below(".refused")).isEqualTo(1));
  }

  @Test
  void keepsFilesWhileTheBrokerIsAway() throws IOException {
    bench.log.awayFor.set(3);
    drop("a.xml", "a", Instant.now().minusSeconds(5));
    drop("b.xml", "b", Instant.now());
    feed("");
    eventually(() -> assertThat(bench.view("wire").lastError()).contains("Kafka does not confirm"));
    eventually(() -> assertThat(texts()).containsExactly("a", "b"));
    eventually(() -> assertThat(names("out")).isEmpty());
    bench.awaitState("wire", "running");
  }

  private void feed(String more) {
    bench.feeds(
        """
        - {name: wire, kind: sftp, url: "sftp://127.0.0.1:%d/out", user: desk, password: "${PW}", poll: 50ms, settle: 100ms%s}
        """
            .formatted(proxy.port(), more));
  }

  private java.util.List<String> texts() {
    return bench.texts("wire");
  }

  private void drop(String name, String content, Instant modified) throws IOException {
    Path file = Files.writeString(root.resolve("." + name), content);
    Files.setLastModifiedTime(file, FileTime.from(modified));
    Files.move(
        file, root.resolve("out").resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private java.util.List<String> names(String folder) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(folder))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> String.valueOf(file.getFileName()))
          .sorted()
          .toList();
    }
  }

  private java.util.List<Path> everything() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private long below(String folder) throws IOException {
    return everything().stream()
        .filter(file -> file.toString().contains("/" + folder + "/"))
        .count();
  }

  private static void eventually(ThrowingRunnable check) {
    await().atMost(Duration.ofSeconds(60)).untilAsserted(check);
  }

  private interface Action {
    void run() throws IOException;
  }

  private static void silently(Action action) {
    try {
      action.run();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
