package io.wiredesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.e2e.containers.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A build on a busy machine is as green as on a quiet one: no test measures the time on the wall,
 * and what is waited for may take a minute. Bounds are processor time of the thread, allocation,
 * counts, or growth with size.
 */
class NoWallClockTest {

  private static final int LEAST_PATIENCE = 60;

  private static final Map<Pattern, String> FORBIDDEN =
      Map.of(
          Pattern.compile("\\bassertTimeout\\w*|\\b(?:succeeds|fails)Within\\b"),
          "a time limit as an assertion",
          Pattern.compile("\\bnanoTime\\(|\\bcurrentTimeMillis\\(|\\bStop[wW]atch\\b"),
          "time on the wall is measured (to tell it in the log: Elapsed)",
          Pattern.compile("assertThat\\(\\s*Duration\\.between\\("),
          "time on the wall is asserted",
          Pattern.compile("\\bis(?:Less|Between|CloseTo)\\w*\\(\\s*(?:java\\.time\\.)?Duration\\b"),
          "a duration is asserted to be short",
          Pattern.compile("Instant\\.now\\([^)]*\\)\\)\\s*\\.is(?:Before|Between|CloseTo)"),
          "the clock is asserted not to have gone far");

  private static final Pattern WAIT =
      Pattern.compile(
          "(?<![.\\w])(?:Awaitility\\.)?await\\((?:\"[^\"]*\"|[^()\"])*\\)"
              + "((?:\\s*\\.\\w+\\((?:[^()]|\\([^()]*\\))*\\))*?)\\s*\\.until");
  private static final Pattern SECONDS =
      Pattern.compile(
          "(?:atMost\\(\\s*(?:java\\.time\\.)?Duration\\.ofSeconds|@Timeout)\\((\\d+)\\)");
  private static final Pattern MILLIS =
      Pattern.compile("atMost\\(\\s*(?:java\\.time\\.)?Duration\\.of(?:Millis|Nanos)\\(");
  private static final Pattern NAMED = Pattern.compile("atMost\\((?:\\w+\\.)?([A-Z_]+)\\)");

  @Test
  void noTestOfTheBuildMeasuresTheWall() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<Path> tests = tests();
    StringBuilder all = new StringBuilder();
    for (Path test : tests) {
      all.append(Files.readString(test));
    }
    for (Path test : tests) {
      faults(Files.readString(test), all.toString())
          .forEach(fault -> wrong.add(Repository.root().relativize(test) + ": " + fault));
    }
    assertThat(tests).hasSizeGreaterThan(150);
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "assertTimeout(Duration.ofSeconds(1), work);",
        "assertThat(future).succeedsWithin(1, TimeUnit.SECONDS);",
        "long before = System.nanoTime();",
        "assertThat(Duration.between(a, b)).isPositive();",
        "assertThat(stop).isLessThan(Duration.ofSeconds(15));",
        "assertThat(Instant.now()).isBefore(end);",
        "await().atMost(Duration.ofSeconds(10)).until(done);",
        "await().atMost(java.time.Duration.ofMillis(90_000)).until(done);",
        "await().until(done);",
        "await(\"it (at last)\").pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {});",
        "Duration HASTE = Duration.ofSeconds(5); await().atMost(HASTE).until(done);",
        "@Timeout(5)"
      })
  void eachOfTheseIsFound(String line) {
    assertThat(faults(line, line)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "assertThat(Instant.now()).isAfterOrEqualTo(end);",
        "await().atMost(Duration.ofSeconds(60)).until(done);",
        "await(\"x\").pollInterval(Duration.ofMillis(5)).atMost(Duration.ofMinutes(2)).until(done);",
        "await().pollDelay(Duration.ofMillis(300)).until(() -> true);",
        "latch.await();",
        "Duration CALM = Duration.ofSeconds(90); await().atMost(CALM).until(done);",
        "assertThat(threads.getCurrentThreadCpuTime() - before).isLessThan(1_000);"
      })
  void noneOfTheseIs(String line) {
    assertThat(faults(line, line)).isEmpty();
  }

  private static List<String> faults(String source, String all) {
    List<String> faults = new ArrayList<>();
    FORBIDDEN.forEach(
        (pattern, fault) -> pattern.matcher(source).results().forEach(m -> faults.add(fault)));
    SECONDS
        .matcher(source)
        .results()
        .filter(m -> Integer.parseInt(m.group(1)) < LEAST_PATIENCE)
        .forEach(m -> faults.add("impatient: " + m.group()));
    MILLIS.matcher(source).results().forEach(m -> faults.add("impatient: " + m.group()));
    NAMED
        .matcher(source)
        .results()
        .filter(
            m ->
                all.matches(
                    "(?s).*\\b"
                        + m.group(1)
                        + " = Duration\\.of(?:Millis\\(|Seconds\\([1-5]?\\d\\)).*"))
        .forEach(m -> faults.add("impatient: " + m.group()));
    Matcher wait = WAIT.matcher(source);
    while (!source.contains("setDefaultTimeout(Duration.ofSeconds(60))") && wait.find()) {
      if (!wait.group(1).contains(".atMost(") && !wait.group(1).contains(".pollDelay(")) {
        faults.add("waits ten seconds, the library's default: " + wait.group().strip());
      }
    }
    return faults;
  }

  private static List<Path> tests() throws IOException {
    try (Stream<Path> walk = Files.walk(Repository.root(), 12)) {
      return walk.filter(path -> path.toString().replace('\\', '/').contains("/src/test/java/"))
          .filter(path -> path.toString().endsWith(".java"))
          .filter(path -> !path.endsWith("Elapsed.java") && !path.endsWith("NoWallClockTest.java"))
          .sorted()
          .toList();
    }
  }
}
