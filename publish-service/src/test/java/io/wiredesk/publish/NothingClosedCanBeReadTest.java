package io.wiredesk.publish;

import static io.wiredesk.publish.NewsItems.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wiredesk.publish.http.PublicSite;
import io.wiredesk.publish.index.Position;
import io.wiredesk.publish.output.OutputFormat;
import io.wiredesk.publish.output.Outputs;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.Topic;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Promise: in an hour of 2,000 items, with embargoes, holds, kills, corrections and orders by hand,
 * by either lane and with restarts between, nothing of an item that is embargoed, withheld or
 * canceled at that moment can be read from a record that is written, on a desk's topic or another,
 * an HTTP answer, or the stream; but for the headline and slug of the revision that was public
 * last, where the item is told to be taken back.
 */
final class NothingClosedCanBeReadTest {

  private static final int ITEMS = 2_000;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration STEP = Duration.ofSeconds(5);
  private static final String DESKS =
      """
      desks:
        - name: all
          query: "*:*"
        - name: odd
          query: "headline:qz1* OR headline:qz3*"
      """;
  private static final Pattern WORD = Pattern.compile("Qz(\\d+)v(\\d+)q");

  /** What a state says of what it takes back: of the last public revision, no other. */
  private static final Pattern LABEL = Pattern.compile("\"takenBack\": ?\\{[^}]*}");

  private final Pipeline pipeline = new Pipeline(NOON);
  private Instant now = NOON;
  private final PublicSite site = new PublicSite(2 * ITEMS, clock()).ready();
  private final Set<String> words = new HashSet<>();
  private SimulatedHour hour;

  @AfterEach
  void stop() {
    site.close();
    pipeline.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20260301})
  void inASimulatedHour(long seed) throws Exception {
    Random random = new Random(seed);
    pipeline.desks(DESKS);
    hour = new SimulatedHour(seed, pipeline, NOON, this::checkWhatWasWritten);
    int steps = (int) HOUR.dividedBy(STEP);
    for (int i = 1; i <= steps; i++) {
      now = NOON.plus(STEP.multipliedBy(i));
      hour.step(now, ITEMS * i / steps - ITEMS * (i - 1) / steps);
      checkItems(random);
      if (i % 60 == 0) {
        checkListsAndStream();
        pipeline.restart();
      }
    }
    assertThat(hour.items()).isGreaterThanOrEqualTo(ITEMS);
    assertThat(words).as("words that were public").hasSizeGreaterThan(ITEMS / 2);
    assertThat(pipeline.desk("all")).hasSizeGreaterThan(ITEMS / 2);
    assertThat(pipeline.desk("odd")).hasSizeGreaterThan(ITEMS / 10);
  }

  private void checkWhatWasWritten(String after) {
    for (Pipeline.Written record : pipeline.written()) {
      if (!record.topic().equals(Topic.DEAD_LETTERS.topicName())) {
        check(record.value().toString(), record.topic() + " after " + after);
      }
      if (record.topic().equals(Topic.PUBLISHED.topicName())) {
        site.put((PublishedItem) record.value());
      }
    }
  }

  private void checkItems(Random random) throws Exception {
    for (int i = 0; i < 3; i++) {
      String path = "/items/" + hour.uri(random.nextInt(hour.items()));
      check(site.get(path).body(), path);
    }
    check(site.get("/items?state=any&limit=20").body(), "/items");
  }

  private void checkListsAndStream() throws Exception {
    String path = "/items?state=any&limit=200";
    while (path != null) {
      String body = site.get(path).body();
      check(body, path);
      int next = body.lastIndexOf("\"next\":\"");
      path = next < 0 ? null : body.substring(next + 8, body.indexOf('"', next + 8));
    }
    check(streamFromTheStart(), "/stream");
    for (OutputFormat format : Outputs.all()) {
      String list = "/search." + format.extension() + "?limit=200";
      check(site.get(list).body(), list, this::mayBeToldOf);
    }
  }

  /** Of an item that is taken back a format may repeat the headline that was public last. */
  private boolean mayBeToldOf(int item, int version) {
    return hour.mayBeRead(item, version) || hour.mayBeNamed(item, version);
  }

  /** All current states, as a subscriber gets them that was away. */
  private String streamFromTheStart() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    site.stream().subscribe(Position.start(), site.everything(), out, () -> {});
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> text(out).contains("\nid: ") || text(out).startsWith("id: "));
    return text(out);
  }

  private static String text(ByteArrayOutputStream out) {
    return out.toString(StandardCharsets.UTF_8);
  }

  private void check(String text, String where) {
    for (MatchResult label : LABEL.matcher(text).results().toList()) {
      check(label.group(), where + " as taken back", hour::mayBeNamed);
    }
    check(LABEL.matcher(text).replaceAll(""), where, hour::mayBeRead);
  }

  private void check(String text, String where, BiPredicate<Integer, Integer> may) {
    for (MatchResult word : WORD.matcher(text).results().toList()) {
      boolean open = may.test(Integer.parseInt(word.group(1)), Integer.parseInt(word.group(2)));
      assertThat(open).as("%s may be read at %s on %s", word.group(), now, where).isTrue();
      words.add(word.group());
    }
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }
}
