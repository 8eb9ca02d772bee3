package io.wiredesk.publish.search;

import static io.wiredesk.publish.NewsItems.URI;
import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.publish.NewsItems;
import io.wiredesk.publish.Published;
import io.wiredesk.publish.feed.ItemJson;
import io.wiredesk.publish.query.NewsQuery;
import io.wiredesk.publish.query.QueryRefused;
import io.wiredesk.publish.query.QueryUse;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept, what is gone, and what is found of it. */
final class SearchIndexTest {

  private static final Clock CLOCK =
      Clock.fixed(NewsItems.NOON.plus(Duration.ofHours(6)), ZoneOffset.UTC);

  @TempDir Path directory;

  @Test
  void aKillIsGoneWhenItWasPutIn() throws QueryRefused {
    try (SearchIndex index = SearchIndex.inMemory(CLOCK)) {
      index.caughtUp();
      put(index, Published.story(URI, 1), 0);
      index.refresh();
      assertThat(find(index, "ferry").hits()).hasSize(1);
      put(index, Published.takenBack(URI, PublicState.CANCELED, 2), 1);
      Found found = find(index, "ferry");
      assertThat(found.hits()).isEmpty();
      assertThat(found.total()).isZero();
      assertThat(found.facets().get(Facet.PROVIDER)).isEmpty();
      assertThat(found.notices()).extracting(Hit::uri).containsExactly(URI);
      assertThat(index.searches().like(URI, "ferry sank", 5)).isEmpty();
    }
  }

  @Test
  void isKeptOverARestartWithHowFarItWas() throws QueryRefused {
    try (SearchIndex index = SearchDirectory.open(directory, CLOCK)) {
      put(index, Published.story(URI, 1), 7);
    }
    try (SearchIndex index = SearchDirectory.open(directory, CLOCK)) {
      assertThat(index.nextOffset(0)).isEqualTo(8);
      assertThat(index.isReady()).as("a kill may be unread").isFalse();
      assertThat(find(index, "ferry").hits()).hasSize(1);
    }
    Clock later = Clock.offset(CLOCK, Duration.ofHours(13));
    try (SearchIndex index = SearchDirectory.open(directory, later)) {
      assertThat(index.nextOffset(0)).as("too old to be trusted").isZero();
      assertThat(find(index, "ferry").hits()).isEmpty();
    }
  }

  @Test
  void isBuiltAnewWhereItCannotBeRead() throws IOException {
    try (SearchIndex index = SearchDirectory.open(directory, CLOCK)) {
      put(index, Published.story(URI, 1), 7);
    }
    List<Path> files;
    try (var all = Files.list(directory.resolve("items"))) {
      files = all.filter(file -> file.getFileName().toString().startsWith("segments")).toList();
    }
    for (Path file : files) {
      Files.writeString(file, "broken", StandardOpenOption.TRUNCATE_EXISTING);
    }
    try (SearchIndex index = SearchDirectory.open(directory, CLOCK)) {
      assertThat(index.nextOffset(0)).isZero();
    }
  }

  @Test
  void aPhraseIsMarkedAsAPhraseAlone() throws QueryRefused {
    NewsQuery query = NewsQuery.read("\"has died\" germany", QueryUse.LOOKING_BACK);
    String text = "He has left. Germany\u2019s mayor has died. Others died.";
    List<Highlights.Stretch> stretches = new Highlights(query, CLOCK.instant()).in("text", text);
    assertThat(stretches).hasSize(1);
    Highlights.Stretch stretch = stretches.get(0);
    assertThat(
            stretch.marks().stream()
                .map(mark -> stretch.text().substring(mark[0], mark[1]))
                .toList())
        .containsExactly("Germany\u2019s", "has died");
  }

  private static Found find(SearchIndex index, String query) throws QueryRefused {
    return index
        .searches()
        .find(
            new SearchRequest(
                NewsQuery.read(query, QueryUse.LOOKING_BACK),
                Map.of(),
                Set.of(Facet.PROVIDER),
                SearchRequest.Order.TIME,
                null,
                10));
  }

  private static void put(SearchIndex index, PublishedItem item, long offset) {
    index.put(item, new ItemJson().show(item, 0, offset));
  }
}
