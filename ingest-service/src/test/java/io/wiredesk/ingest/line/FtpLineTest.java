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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.apache.ftpserver.ftplet.FtpException;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FtpLineTest {

  @TempDir Path root;
  private final LineBench bench = new LineBench();
  private FtpPeer peer;

  @BeforeEach
  void start() throws Exception {
    Files.createDirectories(root.resolve("out"));
    peer = new FtpPeer(root, 0, true);
  }

  @AfterEach
  void stop() {
    bench.close();
    peer.close();
  }

  @Test
  void takesFilesAndMovesThemAside() throws IOException {
    drop("old.xml", "old", Instant.parse("1999-12-31T00:00:00Z"));
    drop("new.xml", "new", Instant.now());
    feed("");
    eventually(() -> assertThat(texts()).containsExactly("old", "new"));
    assertThat(bench.log.raw.get(0).getTransport()).isEqualTo(Transport.FTP);
    eventually(() -> assertThat(names()).isEmpty());
    eventually(() -> assertThat(bench.view("wire").state()).isEqualTo("running"));
    assertThat(bench.view("wire").lastError()).isEmpty();
  }

  @Test
  void readsAFileAgainWhenItsTransferBreaksOff() throws IOException {
    peer.broken.set(2);
    String copy = "copy ".repeat(10_000);
    drop("long.xml", copy, Instant.now());
    feed("");
    eventually(() -> assertThat(texts()).containsExactly(copy));
    assertThat(peer.broken).hasValue(0);
    eventually(() -> assertThat(names()).isEmpty());
  }

  @Test
  void doesNotTrustAServerThatCallsHalfAFileComplete() throws IOException {
    peer.ending = 226;
    peer.broken.set(1);
    drop("long.xml", "copy ".repeat(10_000), Instant.now());
    feed("");
    eventually(() -> assertThat(bench.view("wire").lastError()).contains("cut off"));
    eventually(() -> assertThat(texts()).containsExactly("copy ".repeat(10_000)));
  }

  @Test
  void goesOnWhenTheServerIsRestarted() throws IOException, FtpException {
    feed("");
    drop("a.xml", "a", Instant.now());
    eventually(() -> assertThat(texts()).containsExactly("a"));
    int port = peer.port();
    peer.close();
    bench.awaitState("wire", "failing");
    drop("b.xml", "b", Instant.now());
    peer = new FtpPeer(root, port, true);
    eventually(() -> assertThat(texts()).containsExactly("a", "b"));
    bench.awaitState("wire", "running");
  }

  @Test
  void aWrongPasswordIsSaidAndOtherFeedsRun() throws IOException {
    drop("a.xml", "a", Instant.now());
    bench.feeds(
        """
        - {name: locked, kind: ftp, url: "ftp://127.0.0.1:%d/out", user: desk, password: "${WRONG}", poll: 50ms}
        - {name: wire, kind: ftp, url: "ftp://127.0.0.1:%d/out", user: desk, password: "${PW}", poll: 50ms, settle: 100ms}
        """
            .formatted(peer.port(), peer.port()));
    eventually(() -> assertThat(texts()).containsExactly("a"));
    bench.awaitState("locked", "failing");
    assertThat(bench.view("locked").lastError()).contains("530");
    assertThat(bench.view("wire").state()).isEqualTo("running");
  }

  @Test
  void losesNothingWhenAFileIsReplacedWhileItIsRead() throws IOException {
    bench.log.whenAppended.set(() -> replace("a.xml", "second and longer", Instant.now()));
    drop("a.xml", "first", Instant.now().minusSeconds(600));
    feed("");
    eventually(() -> assertThat(texts()).containsExactly("first", "second and longer"));
    eventually(() -> assertThat(names()).isEmpty());
  }

  @Test
  void losesNothingWhenAFileOfTheSameLengthReplacesItInTheSameMinute() throws IOException {
    Instant minute = Instant.now().minusSeconds(600).truncatedTo(ChronoUnit.MINUTES);
    bench.log.whenAppended.set(() -> replace("a.xml", "other", minute.plusSeconds(40)));
    drop("a.xml", "first", minute.plusSeconds(20));
    feed("");
    eventually(() -> assertThat(texts()).containsExactly("first", "other"));
    eventually(() -> assertThat(names()).isEmpty());
    drop("last.xml", "last", Instant.now());
    eventually(() -> assertThat(texts()).containsExactly("first", "other", "last"));
  }

  @Test
  void deletesNothingThatReplacedAFileInTheSameMinute() throws IOException {
    Instant minute = Instant.now().minusSeconds(600).truncatedTo(ChronoUnit.MINUTES);
    bench.log.whenAppended.set(() -> replace("a.xml", "other", minute.plusSeconds(40)));
    drop("a.xml", "first", minute.plusSeconds(20));
    feed(", after: delete");
    eventually(() -> assertThat(texts()).containsExactly("first", "other"));
    eventually(() -> assertThat(names()).isEmpty());
  }

  @Test
  void saysWhenItCannotTellWhetherAFileWasReplaced() throws IOException {
    bench.log.whenAppended.set(() -> peer.broken.set(1));
    drop("a.xml", "copy ".repeat(10_000), Instant.now().minusSeconds(600));
    feed(", after: delete");
    eventually(() -> assertThat(bench.view("wire").lastError()).contains("could not be told"));
    assertThat(texts()).hasSize(1);
    eventually(() -> assertThat(names()).singleElement().asString().startsWith(".taken-"));
  }

  @Test
  void takesAFileOnceWhereItMayNotBeMoved() throws Exception {
    peer.close();
    peer = new FtpPeer(root, 0, false);
    drop("a.xml", "a", Instant.now());
    feed("");
    eventually(() -> assertThat(bench.view("wire").lastError()).contains("after: leave"));
    drop("b.xml", "b", Instant.now());
    eventually(() -> assertThat(texts()).containsExactly("a", "b"));
    bench.restart();
    feed("");
    drop("c.xml", "c", Instant.now());
    eventually(() -> assertThat(texts()).containsExactly("a", "b", "c"));
    assertThat(names()).containsExactly("a.xml", "b.xml", "c.xml");
  }

  @Test
  void takesOnlyWhatIsIncluded() throws IOException {
    drop("a.xml", "a", Instant.now());
    drop("a.jpg", "picture", Instant.now());
    feed(", include: '*.xml'");
    eventually(() -> assertThat(names()).containsExactly("a.jpg"));
    assertThat(texts()).containsExactly("a");
  }

  private void feed(String more) {
    bench.feeds(
        """
        - {name: wire, kind: ftp, url: "ftp://127.0.0.1:%d/out", user: desk, password: "${PW}", poll: 50ms, settle: 100ms%s}
        """
            .formatted(peer.port(), more));
  }

  private List<String> texts() {
    return bench.texts("wire");
  }

  private void replace(String name, String content, Instant modified) {
    try {
      drop(name, content, modified);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void drop(String name, String content, Instant modified) throws IOException {
    Path file = Files.writeString(root.resolve("." + name), content);
    Files.setLastModifiedTime(file, FileTime.from(modified));
    Files.move(
        file, root.resolve("out").resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(root.resolve("out"))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> String.valueOf(file.getFileName()))
          .sorted()
          .toList();
    }
  }

  private static void eventually(ThrowingRunnable check) {
    await().atMost(Duration.ofSeconds(60)).untilAsserted(check);
  }
}
