package io.wiredesk.publish.http;

import static io.wiredesk.publish.NewsItems.COPY;
import static io.wiredesk.publish.NewsItems.URI;
import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.publish.Published;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class StreamRouteTest {

  private PublicSite site = new PublicSite(20_000).ready();

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void everyStateIsAnEventAndAKillToo() throws Exception {
    try (Reader reader = open(null)) {
      site.put(Published.story(URI, 1));
      assertThat(reader.event()).contains("event: published").anyMatch(l -> l.contains(COPY));
      site.put(Published.takenBack(URI, PublicState.CANCELED, 2));
      assertThat(reader.event())
          .contains("event: canceled", "id: 1")
          .noneMatch(l -> l.contains(COPY));
    }
  }

  @Test
  void lastEventIdResumesWithCurrentStatesOnly() throws Exception {
    site.put(Published.story("urn:test:a", 1));
    String position;
    try (Reader reader = open(null)) {
      position = reader.lastId;
    }
    site.put(Published.story("urn:test:b", 2))
        .put(Published.story(URI, 3))
        .put(Published.takenBack(URI, PublicState.CANCELED, 4));
    try (Reader reader = open(position)) {
      assertThat(reader.event())
          .contains("event: published")
          .anyMatch(l -> l.contains("urn:test:b"));
      assertThat(reader.event()).contains("event: canceled").noneMatch(l -> l.contains(COPY));
      assertThat(reader.line()).as("the position after all that was missed").isEqualTo("id: 3");
    }
  }

  @Test
  void aQueryTellsWhatItFindsAndWhatMayHaveToGo() throws Exception {
    try (Reader reader = open(null, "?q=section:disaster+ferry")) {
      site.put(Published.story("urn:test:other", 1));
      site.put(Published.story(URI, 2, "disaster"));
      assertThat(reader.event()).contains("event: published").anyMatch(l -> l.contains(URI));
      PublishedItem moved = Published.story(URI, 3, "sport");
      moved.setSequence(2);
      site.put(moved);
      assertThat(reader.event()).contains("event: left").noneMatch(l -> l.contains(COPY));
      site.put(Published.takenBack("urn:test:other", PublicState.CANCELED, 4));
      assertThat(reader.event()).contains("event: canceled", "id: 3");
    }
  }

  @Test
  void aQueryIsResumedAsItsOwn() throws Exception {
    String position;
    try (Reader reader = open(null, "?q=section:disaster")) {
      position = reader.lastId;
    }
    site.put(Published.story("urn:test:other", 1)).put(Published.story(URI, 2, "disaster"));
    try (Reader reader = open(position, "?q=section:disaster")) {
      assertThat(reader.event()).contains("event: published").anyMatch(l -> l.contains(URI));
      assertThat(reader.line()).isEqualTo("id: 1");
    }
  }

  @Test
  void aDeskTellsItsItemsAlone() throws Exception {
    try (Reader reader = open(null, "?desk=sport")) {
      PublishedItem item = Published.story(URI, 2);
      item.setDesks(List.of("sport"));
      site.put(Published.story("urn:test:other", 1)).put(item);
      assertThat(reader.event()).contains("event: published").anyMatch(l -> l.contains(URI));
      site.put(Published.takenBack("urn:test:other", PublicState.CANCELED, 3));
      PublishedItem back = Published.takenBack(URI, PublicState.CANCELED, 4);
      back.setDesks(List.of("sport"));
      site.put(back);
      assertThat(reader.event()).contains("event: canceled").anyMatch(l -> l.contains(URI));
    }
  }

  @Test
  void aPositionTooOldIsToldOnce() throws Exception {
    site.close();
    site = new PublicSite(20).ready();
    for (int i = 0; i < 30; i++) {
      site.put(Published.story("urn:test:" + i, i));
    }
    try (Reader reader = open("0", "")) {
      assertThat(reader.event()).contains("event: resync");
      assertThat(reader.event()).contains("event: published");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"query=ferry", "q=section:sprot", "q=ferry+since:2d", "limit=5"})
  void whatIsWrongIsRefusedInOneSentence(String parameters) throws Exception {
    HttpResponse<String> answer = site.get("/stream?" + parameters);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).startsWith("{\"error\":\"");
  }

  @Test
  void unreadablePositionIsRefused() throws Exception {
    HttpResponse<String> answer = site.get("/stream?lastEventId=yesterday");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Last-Event-ID");
  }

  @Test
  void silenceIsFilledWithHeartbeats() throws Exception {
    try (Reader reader = open(null)) {
      assertThat(reader.line()).isEqualTo(": alive");
    }
  }

  @Test
  void slowReaderIsDroppedAndHarmsNobody() throws Exception {
    try (Reader slow = open(null);
        Reader quick = open(null)) {
      assertThat(site.stream.size()).isEqualTo(2);
      assertThat(slow.count).isZero();
      Thread reading =
          new Thread(
              () -> {
                try {
                  while (!quick.event().isEmpty()) {
                    quick.count++;
                  }
                } catch (IOException e) {
                  quick.count = -1;
                }
              });
      reading.setDaemon(true);
      reading.start();
      int sent = 0;
      while (site.stream.size() > 1 && sent < 60_000) {
        site.put(Published.story("urn:test:" + sent++, sent));
        int most = sent;
        if (sent % 50 == 0) { // at the pace of the quick one
          Awaitility.await()
              .atMost(Duration.ofSeconds(60))
              .until(() -> quick.count >= most - 50 || site.stream.size() < 2);
        }
      }
      assertThat(site.stream.size()).isEqualTo(1);
      int all = sent;
      Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> quick.count == all);
    }
  }

  @Test
  void oneMoreThanTheLimitIsToldSo() throws Exception {
    try (Reader a = open(null);
        Reader b = open(null);
        Reader c = open(null)) {
      assertThat(List.of(a, b, c)).hasSize(3);
      assertThat(site.get("/stream").statusCode()).isEqualTo(503);
    }
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> site.stream.size() == 0);
  }

  /** Opens the stream and reads until it is subscribed. */
  private Reader open(@Nullable String lastEventId) throws Exception {
    return open(lastEventId, "");
  }

  private Reader open(@Nullable String lastEventId, String parameters) throws Exception {
    var request = site.request("/stream" + parameters).timeout(Duration.ofSeconds(30));
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    HttpResponse<InputStream> response =
        site.client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    Reader reader = new Reader(response.body());
    if (lastEventId == null) {
      while (!reader.line().startsWith("id:")) {
        continue;
      }
    }
    return reader;
  }

  private static final class Reader implements AutoCloseable {
    private final BufferedReader lines;
    String lastId = "";
    volatile int count;

    Reader(InputStream in) {
      lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /** The next line that is not empty. */
    String line() throws IOException {
      String line = lines.readLine();
      while (line != null && line.isEmpty()) {
        line = lines.readLine();
      }
      if (line != null && line.startsWith("id: ")) {
        lastId = line.substring(4);
      }
      if (line == null) {
        throw new IOException("the stream has ended");
      }
      return line;
    }

    /** The lines of the next event with data, and of the ids around it. */
    List<String> event() throws IOException {
      List<String> event = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id: ")) {
          lastId = line.substring(4);
        }
        if (line.isEmpty() && event.stream().anyMatch(l -> l.startsWith("data:"))) {
          return event;
        }
        if (!line.isEmpty() && !line.startsWith(":") && !line.startsWith("retry")) {
          event.add(line);
        }
      }
      return List.of();
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
