package io.wiredesk.wire.parse.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.wiredesk.schemas.AltId;
import io.wiredesk.schemas.Association;
import io.wiredesk.schemas.EditorNote;
import io.wiredesk.wire.parse.AsciiSpace;
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
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * Reads dpa's digitalwires entries, one, an array, or the {@code entries} of a feed. The dateline
 * stands apart from the text there: it is put back before the first paragraph, its place is the
 * location. Notes that are not publishable stay non-public. An entry without an article whose only
 * content is a medium is that medium. Stateless.
 */
public final class DpaParser implements WireParser {

  private static final int LEVELS = 4;
  static final Pattern AGENCY_AND_DASH = Pattern.compile("\\s*\\(.*|\\s*[-–—]\\s*$");

  @Override
  public Parsed parse(WireInput input) {
    JsonText json = JsonText.of(input);
    if (json.reason() != null) {
      return new Parsed.Rejected(WireFormat.DPA_DIGITALWIRES, json.reason(), json.message());
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
            WireFormat.DPA_DIGITALWIRES, Reason.NO_ITEM, "no entry with an identifier")
        : new Parsed.Accepted(WireFormat.DPA_DIGITALWIRES, items);
  }

  private static void collect(JsonNode node, int levels, List<JsonNode> found) {
    if (levels == 0 || node.isMissingNode()) {
      return;
    }
    if (node.isArray()) {
      node.forEach(each -> collect(each, levels - 1, found));
    } else if (node.has("urn") || node.has("entry_id") || node.has("headline")) {
      found.add(node);
    } else {
      for (String name : List.of("entries", "items", "data", "entry")) {
        collect(node.path(name), levels - 1, found);
      }
    }
  }

  private static WireItem read(JsonNode node, WireInput input) {
    Fields f = new Fields(node);
    WireItem item = new WireItem();
    item.set(Field.URI, f.text("urn"), "urn");
    String entry = f.text("entryid");
    if (entry != null && item.get(Field.URI) != null) {
      item.altIds.add(new AltId("entry_id", entry));
    }
    item.set(Field.URI, entry, "entry_id");
    String dateline = Fields.text(f.take("dateline"));
    String article = article(f);
    item.html(ApartDateline.before(article, dateline), "main", "article_html");
    item.html(f.text("linkboxhtml"), "linkbox", "linkbox_html");
    item.set(Field.LOCATED, place(dateline), "dateline");
    // every entry calls itself composite
    f.take("type");
    String credit = f.text("creditline");
    if (credit != null) {
      item.infoSources.add(Concepts.named(credit, "creditline"));
    }
    DpaCategories.read(f, item);
    JsonNode notepad = f.node("notepad");
    NinjsItem.fill(f, item, input);
    notepad(notepad, item);
    ownMedium(item);
    item.set(Field.TYPE, "text", "digitalwires");
    return item;
  }

  private static @Nullable String article(Fields f) {
    String article = f.text("articlehtml");
    String infobox = f.text("infoboxhtml");
    return infobox == null ? article : (article == null ? "" : article + "\n") + infobox;
  }

  /** "Tel Aviv/Beirut (dpa) - " without agency and dash. */
  static @Nullable String place(@Nullable String dateline) {
    return dateline == null || dateline.length() > 200 ? null : withoutAgency(dateline);
  }

  /** The usual line of a place and an agency in brackets needs no pattern. */
  private static String withoutAgency(String dateline) {
    int bracket = dateline.indexOf('(');
    if (bracket < 0 || dateline.indexOf('\n') >= 0 || dateline.indexOf('\r') >= 0) {
      return AGENCY_AND_DASH.matcher(dateline).replaceAll("");
    }
    int end = bracket;
    while (end > 0 && AsciiSpace.is(dateline.charAt(end - 1))) {
      end--;
    }
    return dateline.substring(0, end);
  }

  /** The notepad repeats the notes; it counts where they are missing. */
  private static void notepad(@Nullable JsonNode notepad, WireItem item) {
    for (boolean shown : new boolean[] {true, false}) {
      String html =
          notepad == null || has(item.edNotes, shown)
              ? null
              : Fields.text(notepad.path(shown ? "public_html" : "nonpublic_html"));
      String text = html == null ? "" : Jsoup.parseBodyFragment(html).wholeText().strip();
      if (!text.isEmpty()) {
        item.edNotes.add(new EditorNote("notepad", text, shown));
      }
    }
  }

  private static boolean has(List<EditorNote> notes, boolean shown) {
    for (EditorNote note : notes) {
      if (note.getIsPublic() == shown) {
        return true;
      }
    }
    return false;
  }

  /** An association with the entry's own identifier is the entry's content. */
  private static void ownMedium(WireItem item) {
    String uri = item.get(Field.URI);
    for (Association association : List.copyOf(item.associations)) {
      if (association.getUri().equals(uri)) {
        item.associations.remove(association);
        item.renditions.addAll(association.getRenditions());
        if (item.bodies.isEmpty()) {
          item.set(Field.TYPE, association.getType(), "associations/type");
          item.description(
              "caption", item.descriptions.isEmpty() ? association.getCaption() : null);
        }
      }
    }
  }
}
