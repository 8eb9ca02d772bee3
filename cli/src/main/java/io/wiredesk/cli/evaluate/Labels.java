package io.wiredesk.cli.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import io.wiredesk.schemas.Enrichment;
import io.wiredesk.schemas.Entity;
import io.wiredesk.schemas.Mention;
import java.util.HashMap;
import java.util.Map;

/** Stretches of a labelled text and of what was said of it. Stateless. */
final class Labels {
  /**
   * A stretch, UTF-16 offsets into the text, end exclusive.
   *
   * @param start offset of the first unit
   * @param end offset behind the last
   */
  record Stretch(int start, int end) {}

  private Labels() {}

  /**
   * The labels of the name, each with its stretch.
   *
   * @throws IllegalArgumentException where they are no array, or one has no stretch of the text
   */
  static Map<Stretch, JsonNode> of(JsonNode labelled, String name) {
    JsonNode labels = labelled.path(name);
    if (!labels.isArray()) throw new IllegalArgumentException("\"" + name + "\" is no array");
    int length = labelled.path("text").asText().length();
    Map<Stretch, JsonNode> found = new HashMap<>();
    for (JsonNode label : labels) {
      int start = label.path("start").asInt(-1);
      int end = label.path("end").asInt(-1);
      if (start < 0 || end <= start || end > length)
        throw new IllegalArgumentException(
            "a label of \"" + name + "\" has no start and end within the text: " + label);
      found.put(new Stretch(start, end), label);
    }
    return found;
  }

  /** Every mention and the entity that it is of. */
  static Map<Stretch, Entity> said(Enrichment said) {
    Map<Stretch, Entity> found = new HashMap<>();
    for (Entity entity : said.getEntities())
      for (Mention m : entity.getMentions())
        found.put(new Stretch(m.getStart(), m.getEnd()), entity);
    return found;
  }

  static String in(JsonNode labelled, Stretch stretch) {
    return labelled.path("text").asText().substring(stretch.start(), stretch.end());
  }
}
