package io.wiredesk.schemas;

import static io.wiredesk.schemas.NinjsView.put;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a record holds beyond ninjs. Stateless. */
final class NinjsExtras {

  private NinjsExtras() {}

  static Map<String, Object> of(NewsItem item, boolean allNotes) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("signal", item.getSignal().name());
    view.put("revision", item.getRevision());
    put(view, "actsOn", item.getActsOn());
    view.put("text", item.getText());
    put(view, "blocks", each(item.getBlocks(), NinjsExtras::block));
    put(view, "keywords", item.getKeywords());
    List<EditorNote> notes =
        item.getEdNotes().stream().filter(note -> allNotes || note.getIsPublic()).toList();
    put(view, "edNotes", each(notes, NinjsExtras::note));
    view.put("source", source(item.getSource()));
    Enrichment enrichment = item.getEnrichment();
    put(view, "enrichment", enrichment == null ? null : enrichment(enrichment));
    put(view, "rightsInfoInFull", rights(item.getRightsInfo()));
    put(view, "extra", item.getExtras().isEmpty() ? null : item.getExtras());
    return view;
  }

  private static Map<String, Object> block(Block block) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("type", block.getType().name());
    view.put("start", block.getStart());
    view.put("end", block.getEnd());
    put(view, "level", block.getLevel());
    return view;
  }

  private static Map<String, Object> note(EditorNote note) {
    Map<String, Object> view = new LinkedHashMap<>();
    put(view, "role", note.getRole());
    view.put("value", note.getValue());
    view.put("isPublic", note.getIsPublic());
    return view;
  }

  private static Map<String, Object> source(Source source) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("feed", source.getFeed());
    put(view, "provider", source.getProvider());
    view.put("transport", source.getTransport().name());
    view.put("format", source.getFormat());
    put(view, "sourceName", source.getSourceName());
    view.put("receivedAt", source.getReceivedAt().toString());
    view.put("sha256", source.getSha256());
    if (!source.getRawTopic().isEmpty()) {
      view.put("rawTopic", source.getRawTopic());
      view.put("rawPartition", source.getRawPartition());
      view.put("rawOffset", source.getRawOffset());
    }
    view.put("indexInRaw", source.getIndexInRaw());
    view.put("identityRule", source.getIdentityRule());
    put(view, "repairs", source.getRepairs());
    put(view, "joined", each(source.getJoined(), NinjsExtras::joined));
    return view;
  }

  private static Map<String, Object> joined(JoinedRaw take) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("take", take.getTake());
    view.put("uri", take.getUri());
    put(view, "sourceName", take.getSourceName());
    view.put("receivedAt", take.getReceivedAt().toString());
    view.put("sha256", take.getSha256());
    view.put("rawTopic", take.getRawTopic());
    view.put("rawPartition", take.getRawPartition());
    view.put("rawOffset", take.getRawOffset());
    view.put("indexInRaw", take.getIndexInRaw());
    return view;
  }

  private static Map<String, Object> enrichment(Enrichment enrichment) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("language", enrichment.getLanguage());
    view.put("languageContradictsWire", enrichment.getLanguageContradictsWire());
    view.put("entities", each(enrichment.getEntities(), NinjsExtras::entity));
    view.put("sections", each(enrichment.getSections(), NinjsExtras::section));
    view.put("bodySections", each(enrichment.getBodySections(), NinjsExtras::bodySection));
    StoryThread thread = enrichment.getThread();
    if (thread != null) {
      Map<String, Object> story = new LinkedHashMap<>();
      story.put("uri", thread.getUri());
      put(story, "nearDuplicateOf", thread.getNearDuplicateOf());
      view.put("thread", story);
    }
    view.put("models", enrichment.getModels());
    return view;
  }

  private static Map<String, Object> entity(Entity entity) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("type", entity.getType().name());
    view.put("name", entity.getName());
    view.put("uri", entity.getUri());
    view.put("linked", entity.getLinked());
    put(view, "country", entity.getCountry());
    view.put("mentions", each(entity.getMentions(), m -> span(m.getStart(), m.getEnd())));
    view.put("salience", entity.getSalience());
    return view;
  }

  private static Map<String, Object> section(NewsSection section) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("section", section.getSection());
    view.put("uri", section.getUri());
    view.put("name", section.getName());
    view.put("confidence", section.getConfidence());
    view.put("creator", section.getCreator().name());
    return view;
  }

  private static Map<String, Object> bodySection(BodySection section) {
    Map<String, Object> view = new LinkedHashMap<>();
    put(view, "title", section.getTitle());
    view.putAll(span(section.getStart(), section.getEnd()));
    return view;
  }

  private static Map<String, Object> span(int start, int end) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("start", start);
    view.put("end", end);
    return view;
  }

  private static @Nullable Map<String, Object> rights(@Nullable RightsInfo rights) {
    if (rights == null) {
      return null;
    }
    Map<String, Object> view = new LinkedHashMap<>();
    put(view, "langId", rights.getLangId());
    put(view, "linkedRights", rights.getLinkedRights());
    put(view, "encodedRights", rights.getEncodedRights());
    return view;
  }

  private static <T> List<Object> each(List<T> values, Function<T, Map<String, Object>> view) {
    List<Object> views = new ArrayList<>();
    values.forEach(value -> views.add(view.apply(value)));
    return views;
  }
}
