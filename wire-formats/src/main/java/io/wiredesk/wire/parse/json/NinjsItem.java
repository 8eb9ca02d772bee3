package io.wiredesk.wire.parse.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.wiredesk.schemas.AltId;
import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.EditorNote;
import io.wiredesk.schemas.RightsInfo;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.parse.WireItem;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** One ninjs object as an item. Stateless. */
final class NinjsItem {

  private NinjsItem() {}

  /** Fills what a dialect's own reader has not taken from the fields before. */
  static void fill(Fields f, WireItem item, WireInput input) {
    identity(f, item);
    times(f, item, input);
    states(f, item);
    for (String name : List.of("urgency", "newsvalue")) {
      item.urgency(f.text(name), input.profile(), name);
    }
    NinjsTexts.read(f, item);
    people(f, item);
    concepts(f, item);
    rights(f, item);
    Media.renditions(f.node("renditions"), item.renditions, "renditions", item.extras);
    String owner = item.get(Field.URI) == null ? "item" : item.get(Field.URI);
    Media.associations(f.node("associations"), item, owner);
    f.unread(item.extras::putIfAbsent);
  }

  private static void identity(Fields f, WireItem item) {
    item.set(Field.VERSION, f.text("version", "currentversion"), "version");
    for (String name : List.of("uri", "guid", "urn", "id")) {
      String id = f.text(name);
      if (id != null && item.get(Field.URI) == null) {
        item.set(Field.URI, id, name);
      } else if (id != null && !id.equals(item.get(Field.URI))) {
        item.altIds.add(new AltId(name, id));
      }
    }
    JsonNode altIds = f.node("altids", "altid");
    if (altIds != null && altIds.isObject()) {
      altIds.properties().forEach(each -> altId(item, each.getKey(), Fields.text(each.getValue())));
    } else if (altIds != null) {
      for (JsonNode each : altIds) {
        Fields id = new Fields(each);
        altId(item, id.text("role"), each.isObject() ? id.text("value") : Fields.text(each));
      }
    }
  }

  private static void altId(WireItem item, @Nullable String role, @Nullable String value) {
    if (value != null) {
      item.altIds.add(new AltId(role, value));
    }
  }

  private static void times(Fields f, WireItem item, WireInput input) {
    time(f, item, input, Field.VERSION_CREATED, "versioncreated", "updated", "modified");
    time(f, item, input, Field.FIRST_CREATED, "firstcreated", "created");
    time(f, item, input, Field.CONTENT_CREATED, "contentcreated");
    for (String name : List.of("embargoeduntil", "embargoed", "embargo")) {
      embargo(f, item, input, name);
    }
    if (f.has("embargoedreason")) {
      item.embargoWithoutEnd("embargoedReason");
    }
    time(f, item, input, Field.EXPIRES, "expires", "expiry");
    time(f, item, input, Field.VERSION_CREATED, "published", "timestamp", "date");
  }

  /** A key whose value is null is absent; false is none, and true an embargo without an end. */
  private static void embargo(Fields f, WireItem item, WireInput input, String name) {
    JsonNode node = f.node(name);
    if (f.isBlank(name) || (node != null && node.isBoolean() && node.asBoolean())) {
      item.embargoWithoutEnd(name);
    } else if (node != null && !node.isBoolean()) {
      item.embargo(String.valueOf(Fields.text(node)), input.profile().time(), name);
    }
  }

  private static void time(Fields f, WireItem item, WireInput input, Field field, String... names) {
    if (item.time(field) == null) {
      item.readTime(field, f.text(names), input.profile().time(), names[0]);
    }
  }

  private static void states(Fields f, WireItem item) {
    String type = f.text("type", "itemtype");
    String known = Media.type(type);
    item.set(Field.TYPE, known, "type");
    if (type != null && !type.equals(known)) {
      item.extras.put("type", type);
    }
    item.set(Field.PROFILE, f.text("profile"), "profile");
    item.set(Field.LANGUAGE, f.text("language", "lang"), "language");
    item.set(Field.TITLE, f.text("title"), "title");
    item.set(Field.SLUGLINE, f.text("slugline", "slug"), "slugline");
    Located.read(f, item);
    States.status(item, f.text("pubstatus"), "pubStatus");
    for (JsonNode signal : f.list("signal", "signals")) {
      boolean object = signal.isObject();
      Fields fields = new Fields(signal);
      String word =
          object ? fields.text("qcode", "code", "literal", "uri", "name") : Fields.text(signal);
      States.signal(item, word, "signal");
    }
    for (JsonNode note : f.list("ednote", "ednotes")) {
      boolean object = note.isObject();
      Fields fields = new Fields(note);
      String value = object ? fields.text("value", "ednote", "text") : Fields.text(note);
      if (value != null) {
        boolean shown = !"false".equals(fields.text("ispublishable", "ispublic"));
        item.edNotes.add(new EditorNote(object ? fields.text("role") : null, value, shown));
      }
    }
  }

  private static void people(Fields f, WireItem item) {
    item.set(Field.BY, f.text("by", "byline"), "by");
    List<JsonNode> authors = f.list("authors", "author");
    Concepts.addAll(item.infoSources, authors, "author");
    if (item.get(Field.BY) == null && !authors.isEmpty()) {
      StringJoiner names = new StringJoiner(", ");
      for (JsonNode each : authors) {
        String name = each.isObject() ? new Fields(each).text("name") : Fields.text(each);
        if (name != null) {
          names.add(name);
        }
      }
      item.set(Field.BY, names.toString(), "authors");
    }
    String provider = f.text("provider", "source");
    item.set(Field.PROVIDER, provider, "provider");
    concepts(f, item, item.infoSources, "infosource", "infosources");
    if (provider != null && !Concepts.named(item.infoSources, provider)) {
      item.infoSources.add(Concepts.named(provider, "source"));
    }
    concepts(f, item, item.people, "people", "person", "persons");
    concepts(
        f,
        item,
        item.organisations,
        "organisations",
        "organisation",
        "organizations",
        "organization");
  }

  private static void concepts(Fields f, WireItem item) {
    concepts(f, item, item.subjects, "subjects", "subject");
    Concepts.addAll(item.subjects, f.list("service", "services"), "service");
    Concepts.addAll(
        item.subjects, f.list("anpacategory", "categories", "category", "section"), "category");
    Concepts.addAll(item.subjects, f.list("events", "event"), "event");
    Concepts.addAll(item.subjects, f.list("objects", "object"), "object");
    concepts(f, item, item.places, "places", "place");
    concepts(f, item, item.genres, "genres", "genre");
    for (JsonNode each : f.list("keywords", "keyword", "tags")) {
      String keyword = each.isObject() ? new Fields(each).text("name") : Fields.text(each);
      if (keyword != null) {
        item.keywords.add(keyword);
      }
    }
  }

  private static void concepts(Fields f, WireItem item, List<Concept> to, String... names) {
    List<JsonNode> nodes = f.list(names);
    Concepts.addAll(to, nodes, null);
    Concepts.leftovers(names[0], nodes, item.extras);
  }

  private static void rights(Fields f, WireItem item) {
    item.set(Field.USAGE_TERMS, f.text("usageterms"), "usageTerms")
        .set(Field.COPYRIGHT_HOLDER, f.text("copyrightholder"), "copyrightHolder")
        .set(Field.COPYRIGHT_NOTICE, f.text("copyrightnotice"), "copyrightNotice");
    JsonNode rights = f.node("rightsinfo");
    JsonNode first = rights != null && rights.isArray() ? rights.get(0) : rights;
    if (first != null && first.isObject()) {
      Fields r = new Fields(first);
      item.rightsInfo(
          new RightsInfo(r.text("langid"), r.text("linkedrights"), r.text("encodedrights")));
    } else if (first != null) {
      item.rightsInfo(new RightsInfo(null, null, Fields.text(first)));
    }
  }
}
