package io.wiredesk.wire.parse;

import io.wiredesk.schemas.Association;
import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.EditorNote;
import io.wiredesk.schemas.Rendition;
import io.wiredesk.schemas.TextValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An outcome of parsing as maps and lists that read well in a golden file; nothing is left out. */
final class ParsedView {

  private ParsedView() {}

  static Map<String, Object> of(Parsed parsed) {
    Map<String, Object> view = new LinkedHashMap<>();
    if (parsed instanceof Parsed.Rejected rejected) {
      put(view, "format", rejected.format() == null ? null : rejected.format().id());
      view.put("rejected", rejected.reason().name());
      view.put("message", rejected.message());
    } else if (parsed instanceof Parsed.Accepted accepted) {
      view.put("format", accepted.format().id());
      view.put("items", accepted.items().stream().map(ParsedView::item).toList());
    }
    return view;
  }

  private static Map<String, Object> item(WireItem item) {
    Map<String, Object> view = new LinkedHashMap<>();
    for (Field field : Field.values()) {
      put(view, field.name(), item.get(field));
      put(view, field.name(), item.time(field) == null ? null : String.valueOf(item.time(field)));
    }
    put(view, "URGENCY", item.urgency());
    put(view, "PUB_STATUS", item.pubStatus() == null ? null : item.pubStatus().name());
    put(view, "SIGNAL", item.signal() == null ? null : item.signal().name());
    put(view, "rightsInfo", item.rightsInfo() == null ? null : item.rightsInfo().toString());
    put(view, "headlines", each(item.headlines, ParsedView::text));
    put(view, "descriptions", each(item.descriptions, ParsedView::text));
    put(view, "bodies", each(item.bodies, ParsedView::body));
    put(view, "edNotes", each(item.edNotes, ParsedView::note));
    put(view, "subjects", each(item.subjects, ParsedView::concept));
    put(view, "places", each(item.places, ParsedView::concept));
    put(view, "people", each(item.people, ParsedView::concept));
    put(view, "organisations", each(item.organisations, ParsedView::concept));
    put(view, "genres", each(item.genres, ParsedView::concept));
    put(view, "infoSources", each(item.infoSources, ParsedView::concept));
    put(view, "keywords", item.keywords);
    put(view, "altIds", each(item.altIds, id -> id.getRole() + " " + id.getValue()));
    put(view, "associations", each(item.associations, ParsedView::association));
    put(view, "renditions", each(item.renditions, ParsedView::rendition));
    put(view, "actsOn", item.actsOn);
    put(view, "extras", new TreeMap<>(item.extras));
    put(view, "repairs", item.repairs);
    return view;
  }

  private static <T> List<String> each(List<T> list, Function<T, String> view) {
    return list.stream().map(view).toList();
  }

  private static String text(TextValue text) {
    return joined(text.getRole(), text.getContentType(), text.getValue());
  }

  private static String body(WireBody body) {
    return joined(body.role(), body.html() ? "html" : "text", body.content());
  }

  private static String note(EditorNote note) {
    return joined(note.getRole(), note.getIsPublic() ? "public" : "NOT PUBLIC", note.getValue());
  }

  private static String concept(Concept c) {
    return joined(
        c.getRel(),
        c.getName(),
        c.getLiteral(),
        c.getUri(),
        c.getConfidence() == null ? null : "confidence " + c.getConfidence(),
        c.getRelevance() == null ? null : "relevance " + c.getRelevance());
  }

  private static String association(Association a) {
    return joined(
        a.getName(),
        a.getUri(),
        a.getType(),
        a.getRel(),
        a.getHeadline(),
        a.getCaption(),
        a.getCredit(),
        a.getRenditions().stream().map(ParsedView::rendition).collect(Collectors.joining(", ")));
  }

  private static String rendition(Rendition r) {
    String size = r.getWidth() == null ? null : r.getWidth() + "x" + r.getHeight();
    return joined(r.getName(), r.getHref(), r.getContentType(), r.getTitle(), size);
  }

  private static String joined(@Nullable String... parts) {
    return Stream.of(parts)
        .filter(Objects::nonNull)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" | "));
  }

  private static void put(Map<String, Object> view, String name, @Nullable Object value) {
    boolean empty =
        value == null
            || (value instanceof List<?> list && list.isEmpty())
            || (value instanceof Map<?, ?> map && map.isEmpty());
    if (!empty) {
      view.put(name, value);
    }
  }
}
