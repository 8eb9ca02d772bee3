package io.wiredesk.e2e.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wiredesk.e2e.Elapsed;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docker-compose.yml} as an operator starts, uses, breaks, stops and restarts it. */
@ContainerTest
@Timeout(600)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComposeIT {

  private static final List<String> SERVICES =
      List.of("kafka", "registry", "ingest", "enrich", "publish");

  private final Http http = new Http();
  private Stack stack;

  @BeforeAll
  void start(@TempDir Path folder) {
    stack = Stack.of("docker-compose.yml", "wiredesk-test", folder, List.of("KAFKA_PORT"));
  }

  @AfterAll
  void stop() {
    stack.close();
  }

  @AfterEach
  void show(TestInfo test) {
    System.out.println("ComposeIT: " + test.getDisplayName() + " done");
  }

  @Test
  @Order(1)
  void comesUpHealthyAndSaysInWhatTime() {
    Elapsed since = Elapsed.start();
    stack.compose().run("up", "-d");
    awaitHealthy();
    System.out.println("stack up: " + since);
  }

  @Test
  @Order(2)
  void bringsFilesOfEveryFormatToThePublishedTopic() {
    List<Path> wires = Repository.wires();
    List<Path> broken = Repository.broken();
    wires.forEach(f -> stack.wires().drop(f.getParent().getFileName().toString(), f));
    broken.forEach(file -> stack.wires().drop("broken", file));
    awaitAccounted(wires.size() + broken.size());
    List<NewsItem> items = stack.topics().values(Topic.ITEMS);
    await("enrich")
        .atMost(Duration.ofMinutes(2))
        .until(() -> stack.topics().values(Topic.ENRICHED).size() >= items.size());
    Set<String> formats = formats(free(items));
    assertThat(formats).hasSizeGreaterThanOrEqualTo(10);
    await("publish")
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(publishedFormats()).containsAll(formats));
    System.out.println("formats through the stack: " + formats + "; " + stack.account());
  }

  @Test
  @Order(3)
  void countsARepeatedFileAsADuplicate() {
    String metrics = stack.url("INGEST_PORT", "/metrics");
    double before = http.counter(metrics, "wiredesk_parse_duplicates_total");
    byte[] story = WireFolder.story("repeated");
    stack.wires().drop("desk", "first.json", story);
    stack.wires().drop("desk", "second.json", story);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> http.counter(metrics, "wiredesk_parse_duplicates_total") == before + 1);
  }

  @Test
  @Order(4)
  void idlesWithinItsMemory() {
    Map<String, Double> used = stack.compose().memory(SERVICES);
    double sum = used.values().stream().mapToDouble(Double::doubleValue).sum();
    System.out.println("memory in MiB: " + used + ", in all " + Math.round(sum));
    assertThat(sum).isLessThan(2048);
  }

  @ParameterizedTest
  @Order(5)
  @ValueSource(strings = {"ingest", "enrich", "publish", "registry", "kafka"})
  void losesNothingWhenAContainerIsKilled(String victim) {
    stack.wires().drop("desk", "before-" + victim + ".json", WireFolder.story("before-" + victim));
    stack.compose().kill(victim);
    stack.wires().drop("desk", "while-" + victim + ".json", WireFolder.story("while-" + victim));
    stack.compose().run("up", "-d");
    await("published in spite of the kill of " + victim)
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(stack.published())
                    .contains(uri("before-" + victim), uri("while-" + victim)));
    awaitHealthy();
  }

  @Test
  @Order(6)
  void stopsCleanlyAndStartsAgainOnItsVolumes() {
    Set<String> before = stack.published();
    Elapsed since = Elapsed.start();
    stack.compose().run("stop");
    System.out.println("stack stopped: " + since);
    for (String service : List.of("ingest", "enrich", "publish")) {
      assertThat(exitCode(service))
          .as("exit code of " + service + ", 137 past stop_grace_period")
          .isIn("0", "143");
    }
    stack.compose().run("up", "-d");
    awaitHealthy();
    stack.wires().drop("desk", "again.json", WireFolder.story("again"));
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () -> assertThat(stack.published()).containsAll(before).contains(uri("again")));
  }

  private void awaitHealthy() {
    await("health")
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> stack.compose().healthy(SERVICES));
  }

  private void awaitAccounted(int files) {
    await("every file on news.raw")
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              assertThat(stack.wires().waiting()).isZero();
              assertThat(stack.account().raw()).isEqualTo(files);
            });
    await("raw = items + dead letters + duplicates")
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> assertThat(stack.account()).matches(Stack.Account::addsUp));
  }

  private Set<String> publishedFormats() {
    return formats(
        stack.topics().<PublishedItem>values(Topic.PUBLISHED).stream()
            .map(PublishedItem::getItem)
            .toList());
  }

  /**
   * Those that nothing keeps from the public. Files that are dropped at once come in any order, and
   * kills overtake: what a kill or a hold is for may never become public.
   */
  private static List<NewsItem> free(List<NewsItem> items) {
    Set<String> closed = new HashSet<>();
    for (NewsItem item : items) {
      closed.addAll(item.getActsOn());
      if (item.getPubStatus() != PubStatus.USABLE || item.getEmbargoedUntil() != null) {
        closed.add(item.getUri());
      }
    }
    return items.stream()
        .filter(item -> !closed.contains(item.getUri()))
        .filter(item -> !Set.of("advisory", "test").contains(String.valueOf(item.getProfile())))
        .toList();
  }

  private static Set<String> formats(List<NewsItem> items) {
    return items.stream().map(item -> item.getSource().getFormat()).collect(Collectors.toSet());
  }

  private String exitCode(String service) {
    return Command.succeed(
        Map.of(),
        List.of(
            "docker",
            "inspect",
            "--format",
            "{{.State.ExitCode}}",
            stack.compose().container(service)));
  }

  private static String uri(String name) {
    return "urn:newsml:test.example.org:20260301:" + name;
  }
}
