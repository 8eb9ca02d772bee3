package io.wiredesk.publish.search;

import io.wiredesk.publish.NewsItems;
import io.wiredesk.schemas.Creator;
import io.wiredesk.schemas.Enrichment;
import io.wiredesk.schemas.Entity;
import io.wiredesk.schemas.EntityType;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.NewsSection;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.TextValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Seeded items and queries over few words, so that many queries find something. */
final class RandomNews {

  private static final String[] WORDS = {
    "ferry",
    "Germany's",
    "germany",
    "has",
    "died",
    "O\u2019Brien",
    "obrien",
    "Z\u00fcrich",
    "zurich",
    "the",
    "elected",
    "election",
    "l'Europe",
    "europe",
    "\u5317\u4eac",
    "toll"
  };
  private static final String[] SECTIONS = {"sport", "politics", "disaster"};
  private static final String[] COUNTRIES = {"DE", "IT", "FR"};

  private final Random random;

  RandomNews(long seed) {
    this.random = new Random(seed);
  }

  PublishedItem item(int number) {
    NewsItem item =
        NewsItems.story("urn:test:" + number, 1)
            .setHeadlines(List.of(new TextValue("main", null, words(3))))
            .setSlugline(words(2))
            .setText(words(8))
            .setUrgency(random.nextInt(4) == 0 ? null : 1 + random.nextInt(9))
            .setLanguage(pick("en", "de", "en-GB"))
            .setSource(NewsItems.source(pick("AGY", "Other")))
            .setEnrichment(
                Enrichment.newBuilder()
                    .setLanguage("en")
                    .setEntities(List.of(place()))
                    .setSections(List.of(section()))
                    .build())
            .build();
    return PublishedItem.newBuilder()
        .setUri(item.getUri())
        .setState(PublicState.PUBLISHED)
        .setItem(item)
        .setSequence(1)
        .setReleasedAt(NewsItems.NOON.plusSeconds(number))
        .build();
  }

  String query(int depth) {
    return switch (depth <= 0 ? random.nextInt(3) : random.nextInt(8)) {
      case 0, 1, 2 -> leaf();
      case 3 -> query(depth - 1) + " " + query(depth - 1);
      case 4 -> "(" + query(depth - 1) + " OR " + query(depth - 1) + ")";
      case 5 -> "NOT (" + query(depth - 1) + ")";
      case 6 -> "(" + query(depth - 1) + " and -" + leaf() + ")";
      default -> "headline:(" + words(2) + ")";
    };
  }

  private String leaf() {
    return switch (random.nextInt(13)) {
      case 0 -> "section:" + pick(SECTIONS);
      case 1 -> "urgency" + pick("<", ">", "<=", ">=", ":") + (2 + random.nextInt(7));
      case 2 -> '"' + words(2) + '"';
      case 3 -> '"' + words(2) + "\"~3";
      case 4 -> pick("elect*", "ger*", "fer?y", "zur*", "obri*", "text:eur*");
      case 5 -> "country:" + pick("germany", "it", "FRA");
      case 6 -> "language:" + pick("german", "en", "en-GB");
      case 7 -> "provider:" + pick("agy", "other");
      case 8 -> "place:" + pick("Germany's", "europe", "ferry");
      case 9 -> pick("*:*", "urgency:*", "thread:*");
      case 10 -> "text:" + pick("fery~1", "died~", "toll~1");
      default -> words(1);
    };
  }

  private NewsSection section() {
    String uri = "http://cv.iptc.org/newscodes/mediatopic/15000000";
    return new NewsSection(pick(SECTIONS), uri, "a topic", 0.9, Creator.MODEL);
  }

  private Entity place() {
    Entity place = NewsItems.entity(pick(WORDS), 0);
    place.setType(EntityType.LOCATION);
    place.setCountry(pick(COUNTRIES));
    return place;
  }

  private String words(int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(pick(WORDS));
    }
    return String.join(" ", words);
  }

  private String pick(String... values) {
    return values[random.nextInt(values.length)];
  }
}
