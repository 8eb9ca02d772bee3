package io.wiredesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wiredesk.cli.node.NodePorts;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * `up --demo` killed with SIGKILL in the middle, twice, and started again on the same data: nothing
 * lost, nothing twice.
 */
class NothingLostIT {

  private static final Path HOME = Path.of("").toAbsolutePath().getParent();

  @TempDir Path directory;

  @Test
  void everyItemSentIsPublishedOnceAcrossKills() throws Exception {
    killAfter(20);
    killAfter(8);
    Path log = runToTheEnd();
    assertThat(Files.readString(log)).contains("files are sent");
    try (TestNode node = TestNode.start(directory.resolve("data"))) {
      accountFor(node);
    }
  }

  private void accountFor(TestNode node) throws IOException {
    List<RawNews> raw = node.records(Topic.RAW, RawNews.class);
    List<NewsItem> items = node.records(Topic.ITEMS, NewsItem.class);
    List<NewsItem> enriched = node.records(Topic.ENRICHED, NewsItem.class);
    List<PublishedItem> published = node.records(Topic.PUBLISHED, PublishedItem.class);
    List<DeadLetter> letters = node.records(Topic.DEAD_LETTERS, DeadLetter.class);
    Set<String> sent = sentDigests();
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              Set<String> ended = new HashSet<>();
              items.forEach(item -> ended.add(item.getSource().getSha256()));
              items.stream()
                  .flatMap(item -> item.getSource().getJoined().stream())
                  .forEach(take -> ended.add(take.getSha256()));
              letters.forEach(letter -> ended.add(letter.getSha256()));
              assertThat(raw).extracting(RawNews::getSha256).containsAll(sent);
              assertThat(ended).containsAll(sent);
              assertThat(enriched).hasSameSizeAs(items);
              assertThat(published).hasSizeGreaterThan(40);
            });
    assertThat(
            items.stream()
                .map(
                    item ->
                        item.getUri()
                            + " "
                            + item.getRevision()
                            + " "
                            + item.getSource().getSha256()))
        .doesNotHaveDuplicates();
    assertThat(
            enriched.stream()
                .map(
                    item ->
                        item.getUri()
                            + " "
                            + item.getRevision()
                            + " "
                            + item.getSource().getSha256()))
        .doesNotHaveDuplicates();
    assertThat(published.stream().map(item -> item.getUri() + " " + item.getSequence()))
        .doesNotHaveDuplicates();
    assertThat(
            published.stream()
                .filter(item -> item.getState() == PublicState.PUBLISHED)
                .map(item -> item.getUri() + " " + item.getItem().getRevision()))
        .doesNotHaveDuplicates();
  }

  private void killAfter(int shown) throws Exception {
    Path log = Files.createTempFile(directory, "killed", ".log");
    Process process = up(log);
    try {
      await()
          .atMost(Duration.ofMinutes(3))
          .until(() -> linesAfterStart(log) >= shown || isSent(log) || !process.isAlive());
      assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
    } finally {
      process.destroyForcibly(); // SIGKILL
      process.waitFor(10, TimeUnit.SECONDS);
    }
  }

  private Path runToTheEnd() throws Exception {
    Path log = Files.createTempFile(directory, "whole", ".log");
    Process process = up(log);
    try {
      await().atMost(Duration.ofMinutes(3)).until(() -> isSent(log) || !process.isAlive());
    } finally {
      process.destroy(); // SIGTERM: a clean stop finishes what is in hand
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    }
    return log;
  }

  private static boolean isSent(Path log) throws IOException {
    return Files.readString(log).contains("files are sent");
  }

  private Process up(Path log) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx900m",
                "-XX:+UseSerialGC"));
    command.add("-Dwiredesk.home=" + HOME);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
    command.addAll(List.of("io.wiredesk.cli.Wiredesk", "up", "--demo", "--speed", "8"));
    command.addAll(List.of("--data", directory.resolve("data").toString()));
    NodePorts ports = NodePorts.free();
    command.addAll(List.of("--port", Integer.toString(ports.http())));
    command.addAll(List.of("--kafka-port", Integer.toString(ports.kafka())));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private static long linesAfterStart(Path log) throws IOException {
    String text = Files.readString(log, StandardCharsets.UTF_8);
    int from = text.indexOf("What is published:");
    return from < 0
        ? 0
        : text.substring(from)
            .lines()
            .filter(line -> line.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\dZ .*"))
            .count();
  }

  private static Set<String> sentDigests() throws IOException {
    Path samples = HOME.resolve("samples");
    Set<String> digests = new HashSet<>();
    for (String line : Files.readAllLines(samples.resolve("demo.tsv"))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        digests.add(DeadLetters.sha256(Files.readAllBytes(samples.resolve(line.split("\t")[2]))));
      }
    }
    return digests;
  }
}
