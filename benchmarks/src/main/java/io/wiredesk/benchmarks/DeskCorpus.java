package io.wiredesk.benchmarks;

import io.wiredesk.schemas.Block;
import io.wiredesk.schemas.BlockType;
import io.wiredesk.schemas.Creator;
import io.wiredesk.schemas.Enrichment;
import io.wiredesk.schemas.Entity;
import io.wiredesk.schemas.EntityType;
import io.wiredesk.schemas.Mention;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.NewsSection;
import io.wiredesk.schemas.Source;
import io.wiredesk.schemas.TextValue;
import io.wiredesk.schemas.Transport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Made-up news of about 500 words and desks' queries over it: words by Zipf's law from 20,000,
 * 4,000 names, 18 sections. The same seed makes the same. One thread.
 */
final class DeskCorpus {

  private static final String[] SECTIONS = {
    "world", "politics", "business", "sport", "technology", "science", "health", "culture",
    "environment", "crime", "disaster", "weather", "education", "religion", "labour", "lifestyle",
    "society", "conflict"
  };
  private static final String[] PROVIDERS = {"alpha", "beta", "gamma", "delta", "epsilon"};
  private static final String[] LANGUAGES = {"en", "en", "en", "de", "fr", "es"};
  private static final String[] SYLLABLES = {
    "ba", "con", "der", "el", "for", "gan", "hi", "in", "jo", "kar", "li", "men", "no", "or", "per",
    "qua", "ri", "sta", "tra", "un", "ver", "wi", "xe", "yo", "zu"
  };
  private static final int WORDS = 20_000;
  private static final int NAMES = 4_000;

  private final Random random;
  private final String[] words = new String[WORDS];
  private final String[] names = new String[NAMES];
  private final double[] cumulated = new double[WORDS];

  DeskCorpus(long seed) {
    random = new Random(seed);
    double sum = 0;
    for (int i = 0; i < WORDS; i++) {
      words[i] = word(i < 300 ? 1 : 2) + (i % 7 == 0 ? "s" : "");
      sum += 1.0 / (i + 3);
      cumulated[i] = sum;
    }
    for (int i = 0; i < NAMES; i++) {
      names[i] = capital(word(1)) + " " + capital(word(2));
    }
  }

  /** Queries as a newsroom's desks and alerts have them, so many of each kind in a hundred. */
  List<String> queries(int count) {
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      queries.add(query(i % 100));
    }
    return queries;
  }

  private String query(int percent) {
    return percent < 60 ? wordsOrNames(percent) : sectionsAndMore(percent);
  }

  private String wordsOrNames(int percent) {
    if (percent < 25) {
      return "entity:\"" + name() + "\"";
    }
    if (percent < 35) {
      return "(person:\"%s\" OR organisation:\"%s\") AND section:%s"
          .formatted(name(), name(), section());
    }
    if (percent < 50) {
      return "text:%s AND text:%s".formatted(rare(), rare());
    }
    return "\"%s %s\" OR headline:%s".formatted(rare(), rare(), rare());
  }

  private String sectionsAndMore(int percent) {
    if (percent < 70) {
      return "section:%s AND place:\"%s\" AND urgency:[1 TO 4]".formatted(section(), name());
    }
    if (percent < 78) {
      return "headline:%s* AND language:en".formatted(rare().substring(0, 4));
    }
    if (percent < 84) {
      return "section:(%s OR %s) AND text:(%s OR %s) AND NOT provider:%s"
          .formatted(section(), section(), rare(), rare(), provider());
    }
    if (percent < 90) {
      return "provider:%s AND slugline:%s".formatted(provider(), rare());
    }
    if (percent < 95) {
      return "%s AND %s AND NOT section:sport".formatted(rare(), rare());
    }
    if (percent < 98) {
      return "text:\"%s %s\"~5 AND section:%s".formatted(rare(), rare(), section());
    }
    return "section:%s AND urgency:[1 TO 2] AND language:de AND provider:%s"
        .formatted(section(), provider());
  }

  /** The item number {@code i}, version {@code version}. */
  NewsItem item(int i, int version, Instant now) {
    StringBuilder text = new StringBuilder();
    List<Block> blocks = new ArrayList<>();
    List<Entity> entities = new ArrayList<>();
    while (entities.size() < 8) {
      int start = text.length();
      for (int w = 0; w < 60; w++) {
        text.append(zipf()).append(w % 12 == 11 ? ". " : " ");
      }
      String name = name();
      entities.add(entity(name, text.length()));
      text.append(name).append(".\n");
      blocks.add(new Block(BlockType.PARAGRAPH, start, text.length() - 1, null));
    }
    String body = text.toString();
    return NewsItem.newBuilder()
        .setUri("urn:newsml:agency.example:20260102:story-" + i)
        .setRevision(version)
        .setVersion(Integer.toString(version))
        .setUrgency(1 + random.nextInt(8))
        .setVersionCreated(now)
        .setLanguage(LANGUAGES[random.nextInt(LANGUAGES.length)])
        .setHeadlines(List.of(new TextValue("main", null, headline())))
        .setSlugline(rare() + "-" + rare())
        .setText(body)
        .setBodies(List.of(new TextValue(null, "text/html", "<p>" + body + "</p>")))
        .setBlocks(blocks)
        .setSource(source(now))
        .setEnrichment(enrichment(entities))
        .build();
  }

  private Source source(Instant now) {
    return Source.newBuilder()
        .setFeed("feed")
        .setProvider(provider())
        .setTransport(Transport.FILE)
        .setFormat("newsml-g2")
        .setReceivedAt(now)
        .setSha256("0".repeat(64))
        .build();
  }

  private Enrichment enrichment(List<Entity> entities) {
    String section = section();
    String topic = "http://cv.iptc.org/newscodes/mediatopic/04000000";
    return Enrichment.newBuilder()
        .setLanguage("en")
        .setEntities(entities)
        .setSections(List.of(new NewsSection(section, topic, section, 0.9, Creator.MODEL)))
        .build();
  }

  private Entity entity(String name, int at) {
    EntityType type = EntityType.values()[random.nextInt(3)];
    return new Entity(
        type,
        name,
        "urn:wiredesk:entity:" + name.replace(' ', '-'),
        false,
        null,
        List.of(new Mention(at, at + name.length())),
        0.1);
  }

  private String headline() {
    StringBuilder headline = new StringBuilder();
    for (int w = 0; w < 8; w++) {
      headline.append(zipf()).append(' ');
    }
    return headline.toString().strip();
  }

  private String zipf() {
    double at = random.nextDouble() * cumulated[WORDS - 1];
    int i = java.util.Arrays.binarySearch(cumulated, at);
    return words[i < 0 ? Math.min(WORDS - 1, -i - 1) : i];
  }

  /** A word that somebody would look for: none of the 300 most frequent. */
  private String rare() {
    return words[300 + random.nextInt(WORDS - 300)];
  }

  private String name() {
    return names[random.nextInt(NAMES)];
  }

  private String section() {
    return SECTIONS[random.nextInt(SECTIONS.length)];
  }

  private String provider() {
    return PROVIDERS[random.nextInt(PROVIDERS.length)];
  }

  private String word(int more) {
    StringBuilder word = new StringBuilder();
    for (int s = 0; s < 1 + more + random.nextInt(2); s++) {
      word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return word.toString();
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
