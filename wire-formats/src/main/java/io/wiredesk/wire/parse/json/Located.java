package io.wiredesk.wire.parse.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.Creator;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.xml.Datelines;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a story was reported: {@code located} as ninjs has it, a text; or, as content systems
 * extend it, a {@code dateline} object with the line, its place and its source. Stateless.
 */
final class Located {

  private Located() {}

  static void read(Fields f, WireItem item) {
    for (String name : List.of("located", "dateline")) {
      JsonNode node = f.node(name);
      if (node != null && node.isObject()) {
        dateline(new Fields(node), name, item);
      } else if (node != null) {
        String text = Fields.text(node);
        item.set(Field.LOCATED, text, name);
        if (text != null && !text.equals(item.get(Field.LOCATED))) {
          item.extras.put(name, text);
        }
      }
    }
  }

  private static void dateline(Fields f, String name, WireItem item) {
    JsonNode node = f.node("located", "place", "location");
    Fields place = node != null && node.isObject() ? new Fields(node) : f;
    String city = place.text("city", "name", "cityname");
    String line = f.text("text", "line");
    item.set(Field.LOCATED, city, name);
    item.set(Field.LOCATED, node == null ? null : Fields.text(node), name);
    item.set(Field.LOCATED, Datelines.place(line), name);
    if (line != null) {
      item.extras.putIfAbsent(name + "/text", line);
    }
    add(item, city, place.text("citycode"), "city");
    add(item, place.text("state", "region"), place.text("statecode"), "state");
    add(item, place.text("country"), place.text("countrycode"), "country");
    if (place != f) {
      place.keepUnread(name + "/located", item.extras);
    }
    f.keepUnread(name, item.extras);
  }

  private static void add(WireItem item, @Nullable String name, @Nullable String code, String rel) {
    if (name != null && !Concepts.named(item.places, name)) {
      item.places.add(
          new Concept(name, null, name.equals(code) ? null : code, rel, Creator.WIRE, null, null));
    }
  }
}
