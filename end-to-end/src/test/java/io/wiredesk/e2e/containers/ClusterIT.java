package io.wiredesk.e2e.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code docker-compose.cluster.yml} while a broker and one instance of each service die. */
@ContainerTest
@Timeout(900)
class ClusterIT {

  private static final List<String> SERVICES =
      List.of(
          "kafka-1",
          "kafka-2",
          "kafka-3",
          "registry",
          "ingest-1",
          "ingest-2",
          "enrich-1",
          "enrich-2",
          "publish-1",
          "publish-2");
  private static final int STORIES = 120;
  private static final int REPEATED = 10;
  private static final int BROKEN = 10;

  private Stack stack;

  @BeforeAll
  void start(@TempDir Path folder) {
    stack =
        Stack.of(
            "docker-compose.cluster.yml",
            "wiredesk-cluster-test",
            folder,
            List.of("KAFKA_PORT", "KAFKA_2_PORT", "KAFKA_3_PORT"));
    stack.compose().run("up", "-d");
    await("health")
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> stack.compose().healthy(SERVICES));
  }

  @AfterAll
  void stop() {
    stack.close();
  }

  @Test
  void accountsForEveryFileWhileABrokerAndAnInstanceOfEachServiceDie() {
    IntStream.range(0, STORIES / 3).forEach(this::drop);
    for (String victim : List.of("kafka-2", "ingest-2", "enrich-2", "publish-2")) {
      stack.compose().kill(victim);
    }
    IntStream.range(STORIES / 3, 2 * STORIES / 3).forEach(this::drop);
    awaitPublished(
        "what ingest-1 took while they were dead", i -> i < 2 * STORIES / 3 && i % 2 == 0);
    stack.compose().run("up", "-d");
    IntStream.range(2 * STORIES / 3, STORIES).forEach(this::drop);
    awaitPublished("everything", i -> true);
    await("hot folders are empty, broken files with the dead letters")
        .atMost(Duration.ofMinutes(1))
        .until(() -> stack.wires().waiting() == 0 && deadFiles().size() >= BROKEN);

    Set<String> letters = Set.copyOf(deadFiles());
    assertThat(letters).hasSize(BROKEN);
    Map<String, Long> items =
        stack.topics().<NewsItem>values(Topic.ITEMS).stream()
            .collect(Collectors.groupingBy(NewsItem::getUri, Collectors.counting()));
    assertThat(items).hasSize(STORIES);
    assertThat(items.values()).allMatch(count -> count == 1);
    Stack.Account account = stack.account();
    System.out.println(
        "cluster: sent " + (STORIES + REPEATED + BROKEN) + " files; on the topics " + account);
    // a file whose acknowledgement died with its instance was sent again: more raw, no more items
    assertThat(account.raw()).isGreaterThanOrEqualTo(STORIES + REPEATED + BROKEN);
    assertThat(account.raw()).isEqualTo(account.items() + account.letters() + account.duplicates());
    assertThat(account.duplicates())
        .isEqualTo(account.raw() - STORIES - account.letters())
        .isGreaterThanOrEqualTo(REPEATED);
    assertThat(stack.wires().waiting()).isZero();
  }

  /** Story {@code i} for one of the two instances; some twice, some with a broken file beside. */
  private void drop(int i) {
    String instance = i % 2 == 0 ? "1" : "2";
    byte[] story = WireFolder.story(name(i));
    stack.wires().drop(instance, name(i) + ".json", story);
    if (i % (STORIES / REPEATED) == 0) {
      stack.wires().drop(instance, name(i) + "-again.json", story);
    }
    if (i % (STORIES / BROKEN) == 1) {
      stack
          .wires()
          .drop(instance, name(i) + ".xml", ("<nitf>" + i).getBytes(StandardCharsets.UTF_8));
    }
  }

  private void awaitPublished(String what, IntPredicate wanted) {
    Set<String> uris =
        IntStream.range(0, STORIES)
            .filter(wanted)
            .mapToObj(i -> "urn:newsml:test.example.org:20260301:" + name(i))
            .collect(Collectors.toSet());
    await(what)
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofSeconds(2))
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(stack.published()).containsAll(uris));
  }

  private List<String> deadFiles() {
    return stack.topics().<DeadLetter>values(Topic.DEAD_LETTERS).stream()
        .map(DeadLetter::getSha256)
        .toList();
  }

  private static String name(int i) {
    return "story-" + i;
  }
}
