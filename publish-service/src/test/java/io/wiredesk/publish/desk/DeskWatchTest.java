package io.wiredesk.publish.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.runtime.Health;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeskWatchTest {

  private static final String ONE = "desks: [{name: one, query: ferry}]";
  private static final String TWO = "desks: [{name: one, query: ferry}, {name: two, query: sank}]";

  @TempDir Path directory;
  private final Health health = new Health();
  private final List<Set<String>> topics = new ArrayList<>();
  private Path file;
  private Desks desks;
  private DeskWatch watch;
  private boolean brokerAway;

  @BeforeEach
  void start() {
    file = directory.resolve("desks.yml");
    fresh();
  }

  @AfterEach
  void stop() {
    desks.close();
  }

  @Test
  void fileAtTheStartCountsAtOnceAndItsTopicsAreMade() throws IOException {
    write(ONE);
    watch.first();
    assertThat(running()).containsExactly("one");
    assertThat(topics).containsExactly(Set.of("one"));
    assertThat(health.warnings()).isEmpty();
  }

  @Test
  void changeCountsWhenTwoLooksAgree() throws IOException {
    write(ONE);
    watch.first();
    write(TWO.substring(0, 20));
    watch.look();
    write(TWO);
    watch.look();
    assertThat(running()).containsExactly("one");
    watch.look();
    assertThat(running()).containsExactly("one", "two");
    assertThat(topics.get(topics.size() - 1)).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void brokenFileChangesNothingAndIsAWarning() throws IOException {
    write(ONE);
    watch.first();
    settle("desks: [");
    assertThat(running()).containsExactly("one");
    assertThat(health.isReady()).isTrue();
    assertThat(health.warnings().get("desks"))
        .contains("desks.yml: line 1: Not YAML")
        .contains("stay as they were");
    settle(TWO);
    assertThat(health.warnings()).isEmpty();
    assertThat(desks.problem()).isNull();
  }

  @Test
  void fileThatGoesAwayChangesNothing() throws IOException {
    write(ONE);
    watch.first();
    Files.delete(file);
    watch.look();
    watch.look();
    assertThat(running()).containsExactly("one");
    assertThat(desks.isRemoved("one")).isFalse();
    assertThat(health.warnings().get("desks")).contains("is not there");
    settle(ONE);
    assertThat(health.warnings()).isEmpty();
  }

  @Test
  void withoutAFileItIsNotKnownWhichDesksThereAre() {
    watch.first();
    assertThat(running()).isEmpty();
    assertThat(desks.isRemoved("one")).isFalse();
    assertThat(desks.generation()).isZero();
    assertThat(health.isReady()).isTrue();
    assertThat(health.warnings().get("desks")).contains("is not there (no desks run)");
  }

  @Test
  void restartWithABrokenFileGoesOnWithWhatRan() throws IOException {
    write(TWO);
    watch.first();
    write("desks: [");
    fresh();
    watch.first();
    assertThat(running()).containsExactly("one", "two");
    assertThat(desks.isRemoved("three")).as("nothing is known of it").isFalse();
  }

  @Test
  void restartWithAWrongQueryGoesOnWithTheFormerOne() throws IOException {
    write(TWO);
    watch.first();
    write(TWO.replace("sank", "'sank AND'"));
    fresh();
    watch.first();
    assertThat(desks.current().entries().get("two").running().queries().get(0).text())
        .isEqualTo("sank");
    assertThat(health.warnings().get("desks"))
        .contains("line 1: At character 6: the query ends too early");
  }

  @Test
  void unreadableKeptDesksAreLetBe() throws IOException {
    Files.writeString(directory.resolve("kept.json"), "{");
    write(ONE);
    watch.first();
    assertThat(running()).containsExactly("one");
  }

  @Test
  void fileThatIsNotUtf8IsSaid() throws IOException {
    Files.write(
        file, "desks: [{name: one, query: z\u00fcrich}]".getBytes(StandardCharsets.ISO_8859_1));
    watch.first();
    assertThat(health.warnings().get("desks")).contains("not UTF-8");
  }

  @Test
  void changeWaitsForTheBroker() throws IOException {
    write(ONE);
    watch.first();
    brokerAway = true;
    settle(TWO);
    assertThat(running()).containsExactly("one");
    assertThat(health.warnings().get("desks")).contains("waits for Kafka");
    brokerAway = false;
    watch.look();
    assertThat(running()).containsExactly("one", "two");
    assertThat(health.warnings()).isEmpty();
  }

  private void fresh() {
    desks = new Desks();
    watch =
        new DeskWatch(
            new DeskWatch.Plan(file, directory.resolve("kept.json"), Duration.ofSeconds(1)),
            desks,
            this::make,
            health);
  }

  private void make(Set<String> names) {
    if (brokerAway) {
      throw new TimeoutException("no broker");
    }
    topics.add(names);
  }

  private void settle(String text) throws IOException {
    write(text);
    watch.look();
    watch.look();
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text);
  }

  private List<String> running() {
    return desks.current().running().stream().map(Desk::name).toList();
  }
}
