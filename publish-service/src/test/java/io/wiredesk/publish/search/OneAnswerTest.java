package io.wiredesk.publish.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.publish.NewsItems;
import io.wiredesk.publish.feed.ItemJson;
import io.wiredesk.publish.query.Matcher;
import io.wiredesk.publish.query.NewsQuery;
import io.wiredesk.publish.query.QueryRefused;
import io.wiredesk.publish.query.QueryUse;
import io.wiredesk.schemas.PublishedItem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The same query gives the same answer on desks and streams (the matcher) and in the search. */
final class OneAnswerTest {

  private static final int ITEMS = 60;
  private static final int QUERIES = 60;
  private static final Instant NOW = NewsItems.NOON.plus(Duration.ofHours(1));

  @Property(tries = 30)
  void desksAndSearchGiveTheSameAnswer(@ForAll long seed) throws QueryRefused {
    RandomNews random = new RandomNews(seed);
    List<PublishedItem> items = new ArrayList<>();
    try (SearchIndex index = SearchIndex.inMemory(Clock.fixed(NOW, ZoneOffset.UTC))) {
      for (int i = 0; i < ITEMS; i++) {
        PublishedItem item = random.item(i);
        items.add(item);
        index.put(item, new ItemJson().show(item, 0, i));
      }
      index.caughtUp();
      List<NewsQuery> queries = new ArrayList<>();
      for (int i = 0; i < QUERIES; i++) {
        queries.add(NewsQuery.read(random.query(3), QueryUse.LOOKING_BACK));
      }
      compare(items, queries, index);
    }
  }

  private static void compare(
      List<PublishedItem> items, List<NewsQuery> queries, SearchIndex index) {
    List<Set<String>> matched = new ArrayList<>();
    queries.forEach(query -> matched.add(new TreeSet<>()));
    try (Matcher matcher = Matcher.of(queries, NOW)) {
      for (PublishedItem item : items) {
        matcher.match(item).queries().forEach(query -> matched.get(query).add(item.getUri()));
      }
    }
    for (int i = 0; i < queries.size(); i++) {
      Set<String> found = new TreeSet<>();
      Found answer = index.searches().find(all(queries.get(i)));
      answer.hits().forEach(hit -> found.add(hit.uri()));
      assertThat(found).as(queries.get(i).asRead()).isEqualTo(matched.get(i));
      assertThat(answer.total()).isEqualTo(found.size());
    }
  }

  private static SearchRequest all(NewsQuery query) {
    return new SearchRequest(query, Map.of(), Set.of(), SearchRequest.Order.RELEVANCE, null, ITEMS);
  }
}
