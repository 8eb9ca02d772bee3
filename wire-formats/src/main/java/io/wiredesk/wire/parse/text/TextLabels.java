package io.wiredesk.wire.parse.text;

import io.wiredesk.schemas.EditorNote;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.time.Purpose;
import io.wiredesk.wire.time.TimeReader;

/** Labelled lines at the top of a text as fields. Stateless. */
final class TextLabels {

  private TextLabels() {}

  /** Puts the value where its label says; unknown ones are kept as extras. */
  static void put(WireItem item, String label, String value, WireInput input) {
    String origin = label + ":";
    switch (label) {
      case "headline", "head", "title" -> item.headline("main", value);
      case "summary", "abstract" -> item.description("summary", value);
      case "keyword", "keywords" -> {
        for (String keyword : value.split("[,;]")) {
          if (!keyword.isBlank()) {
            item.keywords.add(keyword.strip());
          }
        }
      }
      case "date" -> item.readTime(Field.VERSION_CREATED, value, input.profile().time(), origin);
      case "ednote", "ed note" -> item.edNotes.add(new EditorNote(null, value, true));
      case "urgency" -> item.urgency(value, input.profile(), origin);
      default -> other(item, label, value, input);
    }
  }

  private static void other(WireItem item, String label, String value, WireInput input) {
    if (label.startsWith("embargo")) {
      if (TimeReader.read(value, input.profile().time(), Purpose.EMBARGO) == null) {
        // a sentence: the rules for announced embargoes read it
        item.edNotes.add(new EditorNote("embargo", "EMBARGO: " + value, true));
      } else {
        item.embargo(value, input.profile().time(), label + ":");
      }
    } else {
      item.set(TextParser.field(label), value, label + ":");
    }
  }
}
