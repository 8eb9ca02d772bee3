package io.wiredesk.wire.parse.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.NewsItem;
import io.wiredesk.wire.WireReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Two stories never share a uri, whatever a feed writes as their identifiers. */
class FeedIdentitiesTest {

  private static final String[] IDS = {
    "", "N/A", "0", "null", "urn:x:1", "urn:x:2", "https://site.example/", "urn:feed"
  };
  private static final String[] LINKS = {
    "", "https://site.example/", "https://site.example/a", "https://site.example/b"
  };

  private record Entry(int story, String id, String link) {

    String xml() {
      return "<entry><title>Story number %d</title>%s%s<updated>2026-03-10T08:00:00Z</updated>"
              .formatted(
                  story,
                  id.isEmpty() ? "" : "<id>" + id + "</id>",
                  link.isEmpty() ? "" : "<link href=\"" + link + story(link, story) + "\"/>")
          + "<content>What happened in story %d.</content></entry>".formatted(story);
    }

    /** Pages of stories are their own; the site's is everybody's. */
    private static String story(String link, int story) {
      return link.endsWith("/") ? "" : Integer.toString(story);
    }
  }

  @Property(tries = 500)
  void differentStoriesOfADocumentHaveDifferentUris(
      @ForAll("entries") @Size(min = 2, max = 6) List<Entry> entries) {
    StringBuilder feed =
        new StringBuilder(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:feed</id><title>Site</title>"
                + "<link href=\"https://site.example/\"/>");
    entries.forEach(entry -> feed.append(entry.xml()));
    byte[] bytes = feed.append("</feed>").toString().getBytes(StandardCharsets.UTF_8);
    WireReader.Result result = WireReader.ofAllFormats().read(bytes, Instant.EPOCH);
    List<NewsItem> items = ((WireReader.Result.Read) result).items();
    Map<String, Integer> stories = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      Integer other = stories.putIfAbsent(items.get(i).getUri(), entries.get(i).story());
      assertThat(other).as(items.get(i).getUri()).isIn(null, entries.get(i).story());
    }
  }

  @Provide
  Arbitrary<List<Entry>> entries() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 4), Arbitraries.of(IDS), Arbitraries.of(LINKS))
        .as(Entry::new)
        .list();
  }
}
