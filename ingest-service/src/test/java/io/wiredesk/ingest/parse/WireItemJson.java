package io.wiredesk.ingest.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;

/** Everything a parser found, as JSON for golden files: empty fields left out, origins apart. */
final class WireItemJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private WireItemJson() {}

  static JsonNode of(Parsed parsed) {
    ObjectNode out = JSON.createObjectNode();
    if (parsed instanceof Parsed.Rejected rejected) {
      out.put("format", rejected.format() == null ? null : rejected.format().id());
      out.put("rejected", rejected.reason().name()).put("message", rejected.message());
      return out;
    }
    Parsed.Accepted accepted = (Parsed.Accepted) parsed;
    out.put("format", accepted.format().id());
    ArrayNode items = out.putArray("items");
    accepted.items().forEach(item -> items.add(item(item)));
    return out;
  }

  private static ObjectNode item(WireItem item) {
    ObjectNode out = JSON.createObjectNode();
    for (Field field : Field.values()) {
      put(out, field.name(), item.get(field));
      put(out, field.name(), item.time(field));
    }
    put(out, "URGENCY", item.urgency());
    put(out, "PUB_STATUS", item.pubStatus());
    put(out, "SIGNAL", item.signal());
    put(out, "rightsInfo", item.rightsInfo());
    list(out, "headlines", item.headlines);
    list(out, "descriptions", item.descriptions);
    ArrayNode bodies = out.putArray("bodies");
    item.bodies.forEach(b -> bodies.add((b.html() ? "html: " : "text: ") + b.content()));
    list(out, "edNotes", item.edNotes);
    list(out, "subjects", item.subjects);
    list(out, "places", item.places);
    list(out, "people", item.people);
    list(out, "organisations", item.organisations);
    list(out, "genres", item.genres);
    list(out, "infoSources", item.infoSources);
    list(out, "keywords", item.keywords);
    list(out, "altIds", item.altIds);
    list(out, "associations", item.associations);
    list(out, "renditions", item.renditions);
    list(out, "actsOn", item.actsOn);
    list(out, "repairs", item.repairs);
    map(out, "extras", item.extras);
    map(out, "origins", item.origins());
    return out;
  }

  private static void put(
      ObjectNode out, String name, @org.jspecify.annotations.Nullable Object value) {
    if (value instanceof Integer number) {
      out.put(name, number);
    } else if (value instanceof GenericRecord record) {
      out.set(name, compact(record));
    } else if (value != null) {
      out.put(name, value.toString());
    }
  }

  private static void list(ObjectNode out, String name, Collection<?> values) {
    if (values.isEmpty()) {
      return;
    }
    ArrayNode array = out.putArray(name);
    for (Object value : values) {
      if (value instanceof GenericRecord record) {
        array.add(compact(record));
      } else {
        array.add(value.toString());
      }
    }
  }

  private static void map(ObjectNode out, String name, Map<?, String> values) {
    if (!values.isEmpty()) {
      ObjectNode node = out.putObject(name);
      values.forEach((key, value) -> node.put(key.toString(), value));
    }
  }

  /** A record without its null fields and defaults that say nothing. */
  private static ObjectNode compact(GenericRecord record) {
    ObjectNode node = JSON.createObjectNode();
    record
        .getSchema()
        .getFields()
        .forEach(
            field -> {
              Object value = record.get(field.pos());
              boolean wire = "WIRE".equals(String.valueOf(value));
              if (value instanceof Collection<?> many) {
                list(node, field.name(), many);
              } else if (value instanceof Boolean flag) {
                node.put(field.name(), flag);
              } else if (value instanceof Long number) {
                node.put(field.name(), number);
              } else if (value != null && !wire) {
                put(node, field.name(), value);
              }
            });
    return node;
  }
}
