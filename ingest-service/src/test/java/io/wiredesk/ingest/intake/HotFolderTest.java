package io.wiredesk.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.runtime.Metrics;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HotFolderTest {

  private static final int LIMIT = 1000;
  private static final HotFolder.Pace PACE =
      new HotFolder.Pace(Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(300));

  @TempDir Path folder;
  private final MemoryLog log = new MemoryLog();
  private CamelContext camel;
  private HotFolder route;

  @BeforeEach
  void start() throws Exception {
    start(Clock.systemUTC());
  }

  private HotFolder.Means means(Clock clock) {
    Marks marks = new Marks(log, clock);
    log.marks.forEach(marks::remember);
    DeadLetters letters = new DeadLetters(Stage.INTAKE, clock, "1");
    return new HotFolder.Means(
        new Intake(log, letters, clock, new Metrics("ingest"), LIMIT), marks, clock);
  }

  private void start(Clock clock) throws Exception {
    route = new HotFolder(folder, means(clock), PACE, HotFolder.Watch.OWN);
    camel = new DefaultCamelContext();
    camel.addRoutes(route);
    camel.start();
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  @Test
  void takesFilesByFeedFolderAndMovesThemAside() throws IOException {
    drop("one.txt", "one");
    drop("reuters/two.xml", "<two/>");
    drop("reuters/sub/three.xml", "<three/>");
    soon().untilAsserted(() -> assertThat(log.raw).hasSize(3));
    assertThat(log.raw)
        .extracting(RawNews::getFeed)
        .containsExactlyInAnyOrder("folder", "reuters", "reuters");
    assertThat(log.raw)
        .extracting(raw -> StandardCharsets.UTF_8.decode(raw.getPayload().duplicate()).toString())
        .containsExactlyInAnyOrder("one", "<two/>", "<three/>");
    soon().untilAsserted(() -> assertThat(visible()).isEmpty());
    assertThat(below(".done")).hasSize(3);
  }

  @Test
  void keepsTheFileUntilTheBrokerHasIt() throws IOException {
    log.awayFor.set(3);
    drop("a.txt", "copy");
    soon().untilAsserted(() -> assertThat(log.awayFor).hasValue(0));
    soon().untilAsserted(() -> assertThat(log.raw).hasSize(1));
    soon().untilAsserted(() -> assertThat(below(".done")).hasSize(1));
  }

  @Test
  void takesNothingBeforeAFileThatCouldNotBeKept() throws Exception {
    camel.stop();
    log.awayFor.set(1);
    for (String name : List.of("a", "b", "c")) {
      drop(name + ".txt", name);
    }
    start(new TickingClock(Duration.ofSeconds(5))); // the hold is over at the next file already
    soon().untilAsserted(() -> assertThat(texts()).containsExactly("a", "b", "c"));
  }

  @Test
  void setsAsideWhatIsTooLargeWithADeadLetterThatNamesIt() throws IOException {
    drop("agency/big.bin", "x".repeat(LIMIT + 1));
    drop("agency/next.txt", "goes on");
    soon().untilAsserted(() -> assertThat(log.letters).hasSize(1));
    soon().untilAsserted(() -> assertThat(log.raw).hasSize(1));
    assertThat(log.letters.get(0).getReason()).isEqualTo("TOO_LARGE");
    assertThat(log.letters.get(0).getSourceName()).isEqualTo("agency/big.bin");
    assertThat(log.letters.get(0).getSize()).isEqualTo(LIMIT + 1);
    assertThat(log.letters.get(0).getTruncated()).isTrue();
    assertThat(log.letters.get(0).getPayload().remaining()).isEqualTo(LIMIT);
    soon().untilAsserted(() -> assertThat(below(".refused")).hasSize(1));
  }

  @Test
  void takesAnEmptyFileInTheEnd() throws IOException {
    drop("empty.xml", "");
    soon().untilAsserted(() -> assertThat(log.raw).hasSize(1));
    assertThat(log.raw.get(0).getPayload().remaining()).isZero();
  }

  @Test
  void takesAFileOfTheSameNameAgain() throws IOException {
    drop("same.txt", "first");
    soon().untilAsserted(() -> assertThat(log.raw).hasSize(1));
    soon().untilAsserted(() -> assertThat(visible()).isEmpty());
    drop("same.txt", "other");
    soon().untilAsserted(() -> assertThat(log.raw).hasSize(2));
  }

  @Test
  void anOldDateIsNoReasonToSkip() throws IOException {
    drop("new.txt", "new");
    soon().untilAsserted(() -> assertThat(texts()).containsExactly("new"));
    Path old = Files.writeString(folder.resolve(".old"), "old");
    Files.setLastModifiedTime(old, FileTime.from(Instant.parse("1999-12-31T00:00:00Z")));
    Files.move(old, folder.resolve("old.txt"));
    soon().untilAsserted(() -> assertThat(texts()).containsExactly("new", "old"));
  }

  @Test
  void aFloodOverOneFeedDoesNotHoldUpAnotherAndKeepsItsOwnOrder() throws IOException {
    Path flood = Files.createDirectories(folder.resolve(".flood"));
    List<String> all = new java.util.ArrayList<>();
    for (int i = 0; i < 4500; i++) {
      String name = "%04d".formatted(i);
      Path file = Files.writeString(flood.resolve(name + ".txt"), name);
      Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH.plusSeconds(i)));
      all.add(name);
    }
    log.whenAppended.set(() -> replace("alert.txt", "alert"));
    Files.move(flood, folder.resolve("flood"));
    soon().until(() -> log.raw.size() == 4501);
    List<String> came = new java.util.ArrayList<>(texts());
    assertThat(came.indexOf("alert")).isLessThan(4500);
    came.remove("alert");
    assertThat(came).isEqualTo(all);
  }

  @Test
  void losesNothingWhenAFileIsReplacedWhileItIsRead() throws IOException {
    log.whenAppended.set(() -> replace("a.txt", "second"));
    drop("a.txt", "first");
    soon().untilAsserted(() -> assertThat(texts()).containsExactly("first", "second"));
    soon().untilAsserted(() -> assertThat(visible()).isEmpty());
  }

  @Test
  void takesRegularFilesOnlyAndSaysWhatElseLiesThere() throws Exception {
    run("mkfifo", folder.resolve("pipe.xml").toString());
    drop("agency/one.txt", "one");
    run("mkfifo", folder.resolve("agency/pipe.txt").toString());
    soon().untilAsserted(() -> assertThat(texts()).containsExactly("one"));
    drop("agency/two.txt", "two");
    soon().untilAsserted(() -> assertThat(texts()).containsExactly("one", "two"));
    soon()
        .untilAsserted(
            () -> assertThat(route.trouble()).contains("no regular file").contains("and 1 more"));
    Files.delete(folder.resolve("pipe.xml"));
    Files.delete(folder.resolve("agency/pipe.txt"));
    soon().untilAsserted(() -> assertThat(route.trouble()).isEmpty());
  }

  @Test
  void takesAFileThatCannotBeMovedOnceAlsoOverARestartAndSaysIt() throws Exception {
    camel.stop();
    Files.writeString(folder.resolve(".done"), "in the way of a folder of this name");
    start(Clock.systemUTC());
    drop("a.txt", "a");
    drop("b/b.txt", "b");
    soon().untilAsserted(() -> assertThat(texts()).containsExactlyInAnyOrder("a", "b"));
    soon().untilAsserted(() -> assertThat(route.trouble()).contains("not to be moved"));
    assertThat(folder.resolve("a.txt")).exists();
    camel.stop();
    start(Clock.systemUTC());
    drop("b/c.txt", "c");
    soon().untilAsserted(() -> assertThat(texts()).contains("c"));
    soon().untilAsserted(() -> assertThat(route.trouble()).contains("a.txt"));
    assertThat(texts()).containsExactlyInAnyOrder("a", "b", "c");
    Files.writeString(folder.resolve("a.txt"), "another");
    soon().untilAsserted(() -> assertThat(texts()).contains("another").hasSize(4));
  }

  @Test
  void remembersWhatStaysAlsoWhenKafkaDoesNotConfirmItAtOnce() throws Exception {
    camel.stop();
    Files.writeString(folder.resolve(".done"), "in the way of a folder of this name");
    log.marksAwayFor.set(3);
    start(Clock.systemUTC());
    drop("a.txt", "a");
    soon().untilAsserted(() -> assertThat(log.marks).hasSize(1));
    assertThat(texts()).containsExactly("a");
  }

  @Test
  void namesThatAreNoTextAreTakenUnderANameThatIs() throws Exception {
    run("bash", "-c", "printf copy > '" + folder + "/'$'caf\\xe9.txt'");
    soon().untilAsserted(() -> assertThat(texts()).containsExactly("copy"));
    assertThat(log.raw.get(0).getSourceName()).isEqualTo("caf%E9.txt");
    soon().untilAsserted(() -> assertThat(visible()).isEmpty());
  }

  @Test
  void namesAsLongAsTheyCanBeAreTaken() throws IOException {
    drop("x".repeat(251) + ".txt", "long");
    drop("y".repeat(240) + ".txt", "less");
    soon().untilAsserted(() -> assertThat(texts()).containsExactlyInAnyOrder("long", "less"));
    soon().untilAsserted(() -> assertThat(below(".done")).hasSize(2));
    assertThat(below(".done")).allMatch(file -> file.toString().endsWith(".txt"));
  }

  @Test
  void aFolderInWhichNothingHappensIsSaid() throws Exception {
    soon().untilAsserted(() -> assertThat(route.trouble()).isEmpty());
    camel.stop();
    assertThat(new HotFolder(folder, means(Clock.systemUTC()), PACE, HotFolder.Watch.OWN).trouble())
        .isEmpty();
    HotFolder hangs =
        new HotFolder(
            folder, means(new TickingClock(Duration.ofMinutes(2))), PACE, HotFolder.Watch.OWN);
    assertThat(hangs.trouble()).contains("has not been looked at since");
  }

  @Test
  void tenThousandFilesThatStayHoldUpNoOtherFeedAndAreTakenOnce() throws Exception {
    camel.stop();
    Path many = Files.createDirectories(folder.resolve("many"));
    Files.writeString(many.resolve(".done"), "in the way of a folder of this name");
    for (int i = 0; i < 10_000; i++) {
      Files.writeString(many.resolve("%05d.txt".formatted(i)), "m" + i);
    }
    start(Clock.systemUTC());
    soon().until(() -> !log.raw.isEmpty());
    drop("other/alert.txt", "alert");
    soon().untilAsserted(() -> assertThat(texts()).contains("alert"));
    assertThat(texts().indexOf("alert")).isLessThan(10_000);
    soon().until(() -> log.raw.size() == 10_001);
    drop("other/last.txt", "last");
    soon().untilAsserted(() -> assertThat(texts()).contains("last"));
    assertThat(log.raw).hasSize(10_002);
    soon().untilAsserted(() -> assertThat(route.trouble()).contains("and 9999 more"));
  }

  @Test
  void doesNotFollowALinkOutOfTheFolder(@TempDir Path outside) throws IOException {
    Path secret = Files.writeString(outside.resolve("secret.txt"), "not for you");
    Files.createSymbolicLink(folder.resolve("link.txt"), secret);
    Files.createDirectories(folder.resolve("agency"));
    Files.createSymbolicLink(folder.resolve("agency/out"), outside);
    drop("z.txt", "copy");
    soon().untilAsserted(() -> assertThat(texts()).containsExactly("copy"));
    drop("y.txt", "more");
    soon().untilAsserted(() -> assertThat(texts()).containsExactly("copy", "more"));
    assertThat(secret).exists();
  }

  private static void run(String... command) throws Exception {
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }

  private void replace(String name, String content) {
    try {
      Path other = Files.writeString(folder.resolve(".other"), content);
      Files.move(other, folder.resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private List<String> texts() {
    return log.texts();
  }

  private void drop(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private List<Path> visible() throws IOException {
    return files().filter(file -> !folder.relativize(file).toString().contains(".done")).toList();
  }

  private List<Path> below(String name) throws IOException {
    return files().filter(file -> folder.relativize(file).toString().contains(name + "/")).toList();
  }

  private Stream<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList().stream();
    }
  }

  private static ConditionFactory soon() {
    return Awaitility.await().atMost(Duration.ofSeconds(60));
  }
}
