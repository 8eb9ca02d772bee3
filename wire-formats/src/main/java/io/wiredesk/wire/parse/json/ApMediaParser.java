package io.wiredesk.wire.parse.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.wiredesk.schemas.AltId;
import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.Creator;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.Parsed;
import io.wiredesk.wire.parse.Parsed.Reason;
import io.wiredesk.wire.parse.WireFormat;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.WireParser;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads AP's Media API, the answer for one item and feeds of items. It is ninjs 1.x with AP's own
 * fields: the identifier is the address without its query, which changes with each revision; {@code
 * itemid}, {@code etag} and the others become other identifiers. The body is often not in the
 * answer but a rendition to fetch. Stateless.
 */
public final class ApMediaParser implements WireParser {

  private static final int LEVELS = 6;
  private static final Pattern QUERY = Pattern.compile("[?#].*");

  @Override
  public Parsed parse(WireInput input) {
    JsonText json = JsonText.of(input);
    if (json.reason() != null) {
      return new Parsed.Rejected(WireFormat.AP_MEDIA_JSON, json.reason(), json.message());
    }
    List<JsonNode> found = new ArrayList<>();
    json.roots().forEach(root -> collect(root, LEVELS, found));
    List<WireItem> items = new ArrayList<>();
    for (JsonNode node : found) {
      WireItem item = read(node, input);
      json.tell(item);
      items.add(item);
    }
    return items.isEmpty()
        ? new Parsed.Rejected(
            WireFormat.AP_MEDIA_JSON, Reason.NO_ITEM, "an answer of the Media API without an item")
        : new Parsed.Accepted(WireFormat.AP_MEDIA_JSON, items);
  }

  private static void collect(JsonNode node, int levels, List<JsonNode> found) {
    if (levels == 0 || node.isMissingNode()) {
      return;
    }
    if (node.isArray()) {
      node.forEach(each -> collect(each, levels - 1, found));
    } else if (node.has("altids") || node.has("headline") || node.has("versioncreated")) {
      found.add(node);
    } else {
      for (String name : List.of("data", "items", "item")) {
        collect(node.path(name), levels - 1, found);
      }
    }
  }

  private static WireItem read(JsonNode node, WireInput input) {
    Fields f = new Fields(node);
    WireItem item = new WireItem();
    item.set(Field.URI, identity(f), "uri");
    item.set(Field.BY, bylines(f), "bylines");
    JsonNode dateline = f.node("datelinelocation");
    for (String type : f.texts("editorialtypes")) {
      States.signal(item, type, "editorialtypes");
    }
    for (JsonNode link : f.list("links")) {
      String href = Fields.text(link.path("href"));
      if (href != null) {
        String rel = Fields.text(link.path("rel"));
        item.altIds.add(new AltId(rel == null ? "link" : rel, href));
      }
    }
    Concepts.addAll(item.genres, f.list("editorialrole"), "editorialrole");
    Concepts.addAll(item.genres, f.list("fixture"), "fixture");
    dateline(dateline, item);
    String credit = Fields.text(f.take("descriptioncreditline"));
    if (credit != null) {
      item.infoSources.add(Concepts.named(credit, "creditline"));
    }
    NinjsItem.fill(f, item, input);
    item.set(Field.LOCATED, city(dateline), "datelinelocation");
    return item;
  }

  /** The address without its query, where it names the item; else the item's number. */
  private static @Nullable String identity(Fields f) {
    String uri = f.text("uri");
    String plain = uri == null ? null : withoutQuery(uri);
    JsonNode altIds = f.node("altids");
    String itemId = altIds == null ? null : Fields.text(altIds.path("itemid"));
    return plain != null && (itemId == null || plain.contains(itemId)) ? plain : itemId;
  }

  private static String bylines(Fields f) {
    List<String> lines = new ArrayList<>();
    for (JsonNode each : f.list("bylines")) {
      String by = each.isObject() ? Fields.text(each.path("by")) : Fields.text(each);
      String title = Fields.text(each.path("title"));
      if (by != null) {
        lines.add(title == null ? by : by + ", " + title);
      }
    }
    return String.join("; ", lines);
  }

  private static void dateline(@Nullable JsonNode node, WireItem item) {
    if (node == null || !node.isObject()) {
      return;
    }
    Fields f = new Fields(node);
    for (String name : List.of("city", "countryareaname", "countryname")) {
      String place = f.text(name);
      if (place != null) {
        String code = name.equals("countryname") ? f.text("countrycode") : null;
        item.places.add(new Concept(place, null, code, "dateline", Creator.WIRE, null, null));
      }
    }
  }

  private static @Nullable String city(@Nullable JsonNode dateline) {
    return dateline == null
        ? null
        : new Fields(dateline).text("city", "countryareaname", "countryname");
  }

  private static String withoutQuery(String uri) {
    return uri.indexOf('?') < 0 && uri.indexOf('#') < 0 ? uri : QUERY.matcher(uri).replaceAll("");
  }
}
