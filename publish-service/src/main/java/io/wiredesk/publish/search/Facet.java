package io.wiredesk.publish.search;

import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.Enrichment;
import io.wiredesk.schemas.Entity;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.NewsSection;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.Signal;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** By what search results are counted, and can be narrowed. */
public enum Facet {
  SECTION((item, values) -> sections(item.getItem(), values)),
  DESK((item, values) -> values.addAll(item.getDesks())),
  PROVIDER((item, values) -> add(values, item.getItem().getSource().getProvider())),
  ENTITY((item, values) -> entities(item.getItem(), values)),
  COUNTRY((item, values) -> countries(item.getItem(), values)),
  LANGUAGE((item, values) -> add(values, language(item.getItem()))),
  KIND((item, values) -> values.add(kind(item.getItem()))),
  DAY(
      (item, values) ->
          values.add(item.getReleasedAt().atZone(ZoneOffset.UTC).toLocalDate().toString()));

  private static final int LONGEST = 200;
  private static final int MOST = 50;

  private final BiConsumer<PublishedItem, Set<String>> collector;

  Facet(BiConsumer<PublishedItem, Set<String>> collector) {
    this.collector = collector;
  }

  /** Name in parameters and answers. */
  public String facetName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The facet of that name. */
  public static Optional<Facet> named(String name) {
    for (Facet facet : values()) {
      if (facet.facetName().equals(name)) {
        return Optional.of(facet);
      }
    }
    return Optional.empty();
  }

  /** The values that an item counts for, most important first, at most fifty. */
  Set<String> valuesOf(PublishedItem item) {
    Set<String> values = new LinkedHashSet<>();
    collector.accept(item, values);
    Set<String> bounded = new LinkedHashSet<>();
    for (String value : values) {
      if (bounded.size() < MOST && !value.isBlank() && value.length() <= LONGEST) {
        bounded.add(value);
      }
    }
    return bounded;
  }

  private static void sections(NewsItem item, Set<String> values) {
    Enrichment enrichment = item.getEnrichment();
    if (enrichment != null) {
      for (NewsSection section : enrichment.getSections()) {
        values.add(section.getSection());
      }
    }
  }

  private static void entities(NewsItem item, Set<String> values) {
    Enrichment enrichment = item.getEnrichment();
    if (enrichment != null) {
      for (Entity entity : enrichment.getEntities()) {
        values.add(entity.getName());
      }
    }
  }

  private static void countries(NewsItem item, Set<String> values) {
    Enrichment enrichment = item.getEnrichment();
    if (enrichment != null) {
      for (Entity entity : enrichment.getEntities()) {
        add(values, entity.getCountry());
      }
    }
  }

  private static @Nullable String language(NewsItem item) {
    Enrichment enrichment = item.getEnrichment();
    String tag = item.getLanguage();
    if (tag == null) {
      tag = enrichment == null ? null : enrichment.getLanguage();
    }
    return tag == null ? null : tag.toLowerCase(Locale.ROOT).split("-", 2)[0];
  }

  /** What an editor calls it: an alert, a correction, its genre, else its type. */
  private static String kind(NewsItem item) {
    if (item.getSignal() == Signal.ALERT || "alert".equalsIgnoreCase(item.getProfile())) {
      return "alert";
    }
    if (item.getSignal() == Signal.CORRECTION) {
      return "correction";
    }
    for (Concept genre : item.getGenres()) {
      if (genre.getName() != null && !genre.getName().isBlank()) {
        return genre.getName().strip().toLowerCase(Locale.ROOT);
      }
    }
    return item.getType().isBlank() ? "text" : item.getType();
  }

  private static void add(Set<String> values, @Nullable String value) {
    if (value != null) {
      values.add(value);
    }
  }
}
