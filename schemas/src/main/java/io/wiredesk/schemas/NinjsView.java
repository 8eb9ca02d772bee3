package io.wiredesk.schemas;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A record as IPTC ninjs 3.1: maps, lists, strings and numbers in the order of the standard's
 * schema, ready for any JSON writer, and valid against it whatever the record holds. What ninjs has
 * no place for is in {@link #extras}. Notes that are not public are shown by the {@code editorial}
 * views alone. Stateless.
 */
public final class NinjsView {

  private static final String SCHEMA = "https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json";
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant PAST_LAST = Instant.parse("9999-12-31T23:59:59Z");
  static final Set<String> TYPES =
      Set.of(
          "text",
          "audio",
          "video",
          "picture",
          "graphic",
          "composite",
          "component",
          "event",
          "planning");

  private NinjsView() {}

  /** The item for anyone: without notes that are not public. */
  public static Map<String, Object> of(NewsItem item) {
    return view(item, false);
  }

  /** The item for the newsroom: with all notes to editors. */
  public static Map<String, Object> editorial(NewsItem item) {
    return view(item, true);
  }

  /** What ninjs has no place for, without notes that are not public. */
  public static Map<String, Object> extras(NewsItem item) {
    return NinjsExtras.of(item, false);
  }

  /** What ninjs has no place for, with all notes to editors. */
  public static Map<String, Object> editorialExtras(NewsItem item) {
    return NinjsExtras.of(item, true);
  }

  /** The item's uri where it is a legal URI (RFC 3986), else a URN that holds it. */
  public static String uri(String uri) {
    return NinjsUris.isLegal(uri) ? uri : NinjsUris.urn("urn:wiredesk:item:", uri);
  }

  private static Map<String, Object> view(NewsItem item, boolean all) {
    Map<String, Object> view = new LinkedHashMap<>();
    boolean legal = NinjsUris.isLegal(item.getUri());
    view.put("uri", uri(item.getUri()));
    head(view, item);
    rights(view, item, all);
    put(view, "language", item.getLanguage());
    put(view, "descriptions", texts(item.getDescriptions()));
    put(view, "bodies", texts(item.getBodies()));
    put(view, "headlines", texts(item.getHeadlines()));
    NinjsConcepts.put(view, item);
    put(view, "title", item.getTitle());
    put(view, "by", item.getBy());
    put(view, "slugline", item.getSlugline());
    put(view, "located", item.getLocated());
    put(view, "renditions", NinjsMedia.renditions(item.getRenditions()));
    put(view, "associations", NinjsMedia.associations(item.getAssociations()));
    put(view, "altIds", altIds(item, legal));
    view.put("standard", standard());
    put(view, "genres", NinjsConcepts.genres(item.getGenres()));
    put(view, "expires", time(item.getExpires()));
    put(view, "rightsInfo", rightsInfo(item.getRightsInfo()));
    return view;
  }

  private static void head(Map<String, Object> view, NewsItem item) {
    put(view, "type", TYPES.contains(item.getType()) ? item.getType() : null);
    put(view, "profile", item.getProfile());
    put(view, "version", item.getVersion());
    put(view, "firstCreated", time(item.getFirstCreated()));
    put(view, "versionCreated", time(item.getVersionCreated()));
    put(view, "contentCreated", time(item.getContentCreated()));
    put(view, "embargoedUntil", time(item.getEmbargoedUntil()));
    view.put("pubStatus", item.getPubStatus().name().toLowerCase(Locale.ROOT));
    Integer urgency = item.getUrgency();
    put(view, "urgency", urgency != null && urgency >= 1 && urgency <= 9 ? urgency : null);
  }

  private static void rights(Map<String, Object> view, NewsItem item, boolean all) {
    put(view, "copyrightHolder", item.getCopyrightHolder());
    put(view, "copyrightNotice", item.getCopyrightNotice());
    put(view, "usageTerms", item.getUsageTerms());
    String notes =
        item.getEdNotes().stream()
            .filter(note -> all || note.getIsPublic())
            .map(EditorNote::getValue)
            .collect(Collectors.joining("\n"));
    put(view, "edNote", notes.isEmpty() ? null : notes);
  }

  private static Map<String, Object> standard() {
    Map<String, Object> standard = new LinkedHashMap<>();
    standard.put("name", "ninjs");
    standard.put("version", "3.1");
    standard.put("schema", SCHEMA);
    return standard;
  }

  private static List<Object> texts(List<TextValue> texts) {
    List<Object> views = new ArrayList<>();
    for (TextValue text : texts) {
      Map<String, Object> view = new LinkedHashMap<>();
      put(view, "role", text.getRole());
      put(view, "contentType", text.getContentType());
      view.put("value", text.getValue());
      views.add(view);
    }
    return views;
  }

  private static List<Object> altIds(NewsItem item, boolean legalUri) {
    List<Object> views = new ArrayList<>();
    if (!legalUri) {
      views.add(altId("uri", item.getUri()));
    }
    item.getAltIds().forEach(id -> views.add(altId(id.getRole(), id.getValue())));
    return views;
  }

  static Map<String, Object> altId(@Nullable String role, String value) {
    Map<String, Object> view = new LinkedHashMap<>();
    put(view, "role", role);
    view.put("value", value);
    return view;
  }

  /** The schema takes a link or an expression, not both: the link is the shorter way to both. */
  private static @Nullable Map<String, Object> rightsInfo(@Nullable RightsInfo rights) {
    if (rights == null) {
      return null;
    }
    Map<String, Object> view = new LinkedHashMap<>();
    String language = rights.getLangId();
    put(view, "langId", language != null && NinjsUris.isLegal(language) ? language : null);
    String link = rights.getLinkedRights();
    if (link != null && NinjsUris.isLegal(link)) {
      view.put("linkedRights", link);
    } else if (rights.getEncodedRights() != null || link != null) {
      view.put(
          "encodedRights", rights.getEncodedRights() != null ? rights.getEncodedRights() : link);
    } else {
      return null;
    }
    return view;
  }

  /** RFC 3339 in UTC; null for a year that it cannot write. */
  static @Nullable String time(@Nullable Instant time) {
    boolean writable = time != null && !time.isBefore(FIRST) && time.isBefore(PAST_LAST);
    return writable ? time.toString() : null;
  }

  /** Leaves out what is null or an empty list. */
  static void put(Map<String, Object> view, String name, @Nullable Object value) {
    if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
      view.put(name, value);
    }
  }
}
