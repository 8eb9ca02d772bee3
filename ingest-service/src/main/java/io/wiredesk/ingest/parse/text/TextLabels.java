package io.wiredesk.ingest.parse.text;

import io.wiredesk.ingest.parse.Field;
import io.wiredesk.ingest.parse.WireDates;
import io.wiredesk.ingest.parse.WireInput;
import io.wiredesk.ingest.parse.WireItem;
import io.wiredesk.schemas.EditorNote;

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
      case "date" ->
          WireDates.offer(item, Field.VERSION_CREATED, value, input.profile().zone(), origin);
      case "ednote", "ed note" -> item.edNotes.add(new EditorNote(null, value, true));
      case "urgency" -> item.urgency(value, input.profile(), origin);
      default -> other(item, label, value, input);
    }
  }

  private static void other(WireItem item, String label, String value, WireInput input) {
    if (label.startsWith("embargo")) {
      if (WireDates.read(value, input.profile().zone()).isEmpty()) {
        item.edNotes.add(new EditorNote("embargo", "EMBARGO: " + value, true));
      }
      WireDates.offer(item, Field.EMBARGOED_UNTIL, value, input.profile().zone(), label + ":");
    } else {
      item.set(TextParser.field(label), value, label + ":");
    }
  }
}
