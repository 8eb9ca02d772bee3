package io.wiredesk.schemas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Concepts as ninjs: the wire's first, then what the enrichment found and the wire did not name.
 * Stateless.
 */
final class NinjsConcepts {

  private static final String OURS = "wiredesk";
  private static final String MENTIONS = "mentions";

  private NinjsConcepts() {}

  static void put(Map<String, Object> view, NewsItem item) {
    Enrichment enrichment = item.getEnrichment();
    List<Entity> entities = enrichment == null ? List.of() : enrichment.getEntities();
    List<NewsSection> sections = enrichment == null ? List.of() : enrichment.getSections();
    NinjsView.put(view, "people", named(item.getPeople(), entities, EntityType.PERSON));
    NinjsView.put(
        view, "organisations", named(item.getOrganisations(), entities, EntityType.ORGANISATION));
    NinjsView.put(view, "places", named(item.getPlaces(), entities, EntityType.LOCATION));
    NinjsView.put(view, "subjects", subjects(item.getSubjects(), sections));
    NinjsView.put(view, "events", named(List.of(), entities, EntityType.EVENT));
    NinjsView.put(view, "objects", named(List.of(), entities, EntityType.PRODUCT));
    NinjsView.put(view, "infoSources", infoSources(item.getInfoSources()));
  }

  static List<Object> genres(List<Concept> genres) {
    List<Object> views = new ArrayList<>();
    for (Concept genre : genres) {
      Map<String, Object> view = concept(genre, null);
      add(views, view);
    }
    return views;
  }

  private static List<Object> named(List<Concept> wire, List<Entity> entities, EntityType type) {
    List<Object> views = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (Concept concept : wire) {
      add(views, concept(concept, "rel"));
      remember(known, concept.getName(), concept.getUri());
    }
    for (Entity entity : entities) {
      if (entity.getType() == type && isNew(known, entity.getName(), entity.getUri())) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", entity.getName());
        view.put("rel", MENTIONS);
        identify(view, entity.getUri(), null);
        views.add(view);
        remember(known, entity.getName(), entity.getUri());
      }
    }
    return views;
  }

  private static List<Object> subjects(List<Concept> wire, List<NewsSection> sections) {
    List<Object> views = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (Concept concept : wire) {
      Map<String, Object> view = concept(concept, "rel");
      if (!view.isEmpty()) {
        NinjsView.put(view, "creator", concept.getCreator() == Creator.WIRE ? null : OURS);
        NinjsView.put(view, "relevance", percent(concept.getRelevance()));
        NinjsView.put(view, "confidence", percent(concept.getConfidence()));
        views.add(view);
      }
      remember(known, null, concept.getUri());
    }
    for (NewsSection section : sections) {
      if (isNew(known, null, section.getUri())) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", section.getName());
        identify(view, section.getUri(), null);
        view.put("creator", OURS);
        long confidence = Math.round(section.getConfidence() * 100);
        view.put("confidence", (int) Math.max(0, Math.min(100, confidence)));
        views.add(view);
        remember(known, null, section.getUri());
      }
    }
    return views;
  }

  private static List<Object> infoSources(List<Concept> sources) {
    List<Object> views = new ArrayList<>();
    sources.forEach(source -> add(views, concept(source, "role")));
    return views;
  }

  private static Map<String, Object> concept(Concept concept, @Nullable String relation) {
    Map<String, Object> view = new LinkedHashMap<>();
    NinjsView.put(view, "name", concept.getName());
    if (relation != null) {
      NinjsView.put(view, relation, concept.getRel());
    }
    identify(view, concept.getUri(), concept.getLiteral());
    return view;
  }

  private static void identify(
      Map<String, Object> view, @Nullable String uri, @Nullable String literal) {
    boolean legal = uri != null && NinjsUris.isLegal(uri);
    NinjsView.put(view, "uri", legal ? uri : null);
    NinjsView.put(view, "literal", literal == null && !legal ? uri : literal);
  }

  private static void add(List<Object> views, Map<String, Object> view) {
    if (!view.isEmpty()) {
      views.add(view);
    }
  }

  private static @Nullable Integer percent(@Nullable Integer value) {
    return value == null ? null : Integer.valueOf(Math.max(0, Math.min(100, value)));
  }

  private static void remember(Set<String> known, @Nullable String name, @Nullable String uri) {
    if (name != null) {
      known.add(name.toLowerCase(Locale.ROOT));
    }
    if (uri != null) {
      known.add(uri);
    }
  }

  private static boolean isNew(Set<String> known, @Nullable String name, String uri) {
    return !known.contains(uri) && (name == null || !known.contains(name.toLowerCase(Locale.ROOT)));
  }
}
