package io.wiredesk.e2e;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wiredesk.publish.PublishService;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.Signal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a desk has is remembered by whichever instance of publish has the item. */
final class DesksOnTwoInstancesIT {

  private static final int ITEMS = 30;
  private static final String STORY = "urn:e2e:story-";

  @TempDir Path directory;
  private PublishBench bench;

  @BeforeEach
  void start() throws java.io.IOException {
    Path desks = directory.resolve("desks.yml");
    Files.writeString(desks, "desks: [{name: ferries, query: 'text:ferry'}]");
    bench = new PublishBench(directory, Map.of("publish.desks.file", desks.toString()));
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void deskIsToldOfEveryRevisionOnceWhileInstancesComeAndGo() throws Exception {
    sendAll(1, "The ferry sank.");
    await().atMost(PublishBench.SOON).until(() -> published() == ITEMS);
    try (PublishService second =
        PublishService.start(bench.settings("two"), Clock.systemUTC(), Map.of())) {
      awaitWorkOf(second);
      sendAll(2, "The ferry sank at noon.");
      await().atMost(PublishBench.SOON).until(() -> published() == 2 * ITEMS);

      bench.stopService();
      for (int i = 0; i < ITEMS; i++) {
        // the query no longer matches: only the memory of the other instance knows who had it
        bench.send(
            item(i, 3, "Withdrawn.")
                .setSignal(Signal.CANCEL)
                .setPubStatus(PubStatus.CANCELED)
                .build());
      }
      await()
          .atMost(PublishBench.SOON)
          .untilAsserted(
              () ->
                  assertThat(histories().values())
                      .hasSize(ITEMS)
                      .containsOnly(
                          List.of(
                              PublicState.PUBLISHED, PublicState.PUBLISHED, PublicState.CANCELED)));
    }
  }

  /** Returns when the instance has matched items itself: partitions have moved to it. */
  private void awaitWorkOf(PublishService instance) {
    AtomicInteger probe = new AtomicInteger();
    HttpRequest metrics = HttpRequest.newBuilder(URI.create(instance.url() + "/metrics")).build();
    await()
        .atMost(PublishBench.SOON)
        .until(
            () -> {
              String uri = "urn:e2e:probe-" + probe.incrementAndGet();
              bench.send(PublishBench.item(uri, 1, "Probe", "A ferry of its own.").build());
              return bench
                  .send(metrics, BodyHandlers.ofString())
                  .body()
                  .contains("publish_desk_items_total{desk=\"ferries\"");
            });
  }

  private void sendAll(int version, String text) {
    for (int i = 0; i < ITEMS; i++) {
      bench.send(item(i, version, text).build());
    }
  }

  private static NewsItem.Builder item(int number, int version, String text) {
    return PublishBench.item(STORY + number, version, "Story " + number, text);
  }

  private int published() {
    return histories().values().stream().mapToInt(List::size).sum();
  }

  /** Each story's states on the desk's topic, in order. */
  private Map<String, List<PublicState>> histories() {
    return bench.desk("ferries").stream()
        .filter(record -> record.getUri().startsWith(STORY))
        .collect(groupingBy(PublishedItem::getUri, mapping(PublishedItem::getState, toList())));
  }
}
