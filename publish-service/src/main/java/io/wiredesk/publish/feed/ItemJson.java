package io.wiredesk.publish.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wiredesk.publish.index.PackedJson;
import io.wiredesk.publish.index.Shown;
import io.wiredesk.schemas.Authority;
import io.wiredesk.schemas.Change;
import io.wiredesk.schemas.Enrichment;
import io.wiredesk.schemas.Entity;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.NewsSection;
import io.wiredesk.schemas.NinjsView;
import io.wiredesk.schemas.ProviderNames;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.TakenBack;
import io.wiredesk.schemas.TrailEntry;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A public state as two JSON objects: the item as ninjs 3.1 and nothing else, and beside it what
 * Wiredesk knows (state, what changed, sections, entities with their mentions, the text they point
 * into). Thread-safe.
 */
public final class ItemJson {

  private final ObjectMapper json = new ObjectMapper();

  /** As the index keeps it; the record's own place on the topic goes with it. */
  public Shown show(PublishedItem published, int partition, long offset) {
    NewsItem item = published.getItem();
    boolean isPublic = published.getState() == PublicState.PUBLISHED;
    Map<String, Object> ninjs = NinjsView.of(item);
    return new Shown(
        published.getUri(),
        String.valueOf(ninjs.get("uri")),
        published.getState(),
        published.getReason(),
        by(published),
        published.getSequence(),
        published.getReleasedAt(),
        isPublic ? item.getEmbargoedUntil() : null,
        isPublic ? facets(item, published.getDesks()) : Shown.Facets.of(published.getDesks()),
        new PackedJson(write(ninjs), write(wiredesk(published))),
        partition,
        offset);
  }

  private static @Nullable Authority by(PublishedItem published) {
    return published.getTakenBack() == null ? null : published.getTakenBack().getBy();
  }

  /** Any value as JSON on one line. */
  public String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps and strings are always JSON", e);
    }
  }

  private static Map<String, Object> wiredesk(PublishedItem published) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("uri", published.getUri());
    view.put("state", published.getState().name());
    put(view, "reason", published.getReason());
    view.put("sequence", published.getSequence());
    put(view, "previousVersion", published.getPreviousVersion());
    view.put("releasedAt", published.getReleasedAt().toString());
    Change change = published.getChange();
    put(view, "change", change == null ? null : change(change));
    put(view, "takenBack", takenBack(published));
    put(view, "desks", published.getDesks().isEmpty() ? null : published.getDesks());
    if (published.getState() == PublicState.PUBLISHED) {
      NinjsView.extras(published.getItem()).forEach(view::putIfAbsent);
      view.put("trail", published.getItem().getTrail().stream().map(ItemJson::stage).toList());
    }
    return view;
  }

  private static Map<String, Object> stage(TrailEntry entry) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("stage", entry.getStage().name());
    view.put("serviceVersion", entry.getServiceVersion());
    view.put("received", entry.getReceived().toString());
    view.put("emitted", entry.getEmitted().toString());
    return view;
  }

  /** What people find it by. */
  private static @Nullable Map<String, Object> takenBack(PublishedItem published) {
    TakenBack label = published.getTakenBack();
    if (label == null || published.getState() == PublicState.PUBLISHED) {
      return null;
    }
    Map<String, Object> view = new LinkedHashMap<>();
    put(view, "headline", label.getHeadline());
    put(view, "slugline", label.getSlugline());
    put(view, "provider", label.getProvider());
    put(view, "sections", label.getSections().isEmpty() ? null : label.getSections());
    put(view, "by", label.getBy() == null ? null : label.getBy().name());
    return view;
  }

  private static Map<String, Object> change(Change change) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("summary", change.getSummary());
    put(view, "previousHeadline", change.getPreviousHeadline());
    view.put("leadChanged", change.getLeadChanged());
    view.put("figures", change.getFigures());
    view.put("namesAdded", change.getNamesAdded());
    view.put("namesRemoved", change.getNamesRemoved());
    view.put("textChanged", change.getTextChanged());
    return view;
  }

  private static Shown.Facets facets(NewsItem item, List<String> desks) {
    Enrichment enrichment = item.getEnrichment();
    Set<String> providers =
        ProviderNames.of(item).map(ItemJson::lower).collect(Collectors.toUnmodifiableSet());
    Set<String> sections = Set.of();
    Set<String> entities = new HashSet<>();
    String language = item.getLanguage();
    if (enrichment != null) {
      sections =
          enrichment.getSections().stream()
              .map(NewsSection::getSection)
              .collect(Collectors.toUnmodifiableSet());
      for (Entity entity : enrichment.getEntities()) {
        entities.add(entity.getUri());
        entities.add(lower(entity.getName()));
      }
      language = language == null ? enrichment.getLanguage() : language;
    }
    return new Shown.Facets(
        sections, Set.copyOf(entities), lower(language), providers, Set.copyOf(desks));
  }

  private static @Nullable String lower(@Nullable String text) {
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }

  private static void put(Map<String, Object> view, String name, @Nullable Object value) {
    if (value != null) {
      view.put(name, value);
    }
  }
}
