package io.wiredesk.wire.parse.newsml;

import io.wiredesk.schemas.AltId;
import io.wiredesk.schemas.Association;
import io.wiredesk.schemas.EditorNote;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.Signal;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.xml.Bodies;
import io.wiredesk.wire.parse.xml.XmlNode;
import io.wiredesk.wire.profile.FeedProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Identification and NewsManagement of a NewsItem: identity, revision, times, status, urgency,
 * instructions, relations. StatusWillChange to Usable is an embargo until then; Status Embargoed
 * without it, a withhold until further notice.
 */
final class N1Management {

  private static final Pattern ZEROS = Pattern.compile("0+");
  private static final Pattern NUMBERS = Pattern.compile("[\\d.\\s]*");

  private final XmlNode newsItem;
  private final WireItem item;
  private final FeedProfile profile;

  N1Management(XmlNode newsItem, WireItem item, FeedProfile profile) {
    this.newsItem = newsItem;
    this.item = item;
    this.profile = profile;
  }

  void read() {
    // status and instructions say more than the number of the revision does, so they come first
    newsItem.first("NewsManagement").ifPresent(this::management);
    newsItem.first("Identification").ifPresent(this::identification);
    comments(newsItem);
    for (XmlNode update : newsItem.all("Update")) {
      item.signal(Signal.UPDATE, update.origin());
      G2Extras.keep(update, item);
    }
  }

  private void identification(XmlNode identification) {
    identification.first("NewsIdentifier").ifPresent(this::identifier);
    for (XmlNode child : identification.elements()) {
      switch (child.name()) {
        case "NewsIdentifier" -> {
          // read first
        }
        case "NameLabel" -> {
          item.set(Field.TITLE, child.line1(), child.origin());
        }
        case "Label" -> label(child);
        default -> G2Extras.keep(child, item);
      }
    }
  }

  private void label(XmlNode label) {
    String text = label.textAt("LabelText");
    String type = label.first("LabelType").map(N1::value).orElse("");
    if (text != null && type.toLowerCase(Locale.ROOT).contains("slug")) {
      item.set(Field.SLUGLINE, text, label.origin());
    }
    G2Extras.keep(label, item);
  }

  private void identifier(XmlNode identifier) {
    String provider = text(identifier, "ProviderId");
    String date = text(identifier, "DateId");
    String id = text(identifier, "NewsItemId");
    if (!provider.isEmpty() && !id.isEmpty()) {
      item.set(Field.URI, "urn:newsml:" + provider + ":" + date + ":" + id, identifier.origin());
    }
    altId("providerId", provider);
    altId("dateId", date);
    altId("newsItemId", id);
    altId("publicIdentifier", text(identifier, "PublicIdentifier"));
    for (XmlNode revision : identifier.all("RevisionId")) {
      boolean zero = ZEROS.matcher(revision.line1()).matches();
      item.set(Field.REVISION, zero ? "0" : null, revision.origin());
      item.set(Field.VERSION, zero ? "1" : revision.line1(), revision.origin());
      String previous = revision.attrOr("PreviousRevision").strip();
      String update = revision.attrOr("Update").strip();
      boolean first = previous.isEmpty() || previous.equals("0");
      if (update.equals("U") || update.equals("A") || !first) {
        item.signal(Signal.UPDATE, revision.origin("Update"));
      }
      if (!first) {
        G2Extras.put(item, revision.path() + "/@PreviousRevision", previous);
      }
    }
  }

  private void management(XmlNode management) {
    management.all("Instruction").forEach(this::instruction);
    for (XmlNode child : management.elements()) {
      String value = N1.value(child);
      switch (child.name()) {
        case "NewsItemType" -> newsItemType(child, value);
        case "FirstCreated" -> time(child, Field.FIRST_CREATED);
        case "ThisRevisionCreated" -> time(child, Field.VERSION_CREATED);
        case "Status" -> status(child, value);
        case "Urgency" -> item.urgency(value, profile, child.origin("FormalName"));
        case "StatusWillChange", "Instruction" -> G2Extras.keep(child, item);
        case "AssociatedWith", "DerivedFrom" -> associated(child);
        default -> G2Extras.keep(child, item);
      }
    }
    embargo(management);
    comments(management);
  }

  private void newsItemType(XmlNode node, String value) {
    String type = value.toLowerCase(Locale.ROOT);
    if (type.contains("alert") || type.contains("flash")) {
      item.set(Field.PROFILE, "alert", node.origin());
      item.signal(Signal.ALERT, node.origin());
    } else if (type.contains("advis")) {
      item.set(Field.PROFILE, "advisory", node.origin());
      item.signal(Signal.ADVISORY, node.origin());
    } else if (type.equals("test")) {
      item.set(Field.PROFILE, "test", node.origin());
      item.signal(Signal.TEST, node.origin());
    } else {
      item.signal(word(type), node.origin());
    }
    if (!value.isEmpty()) {
      G2Extras.put(item, node.path(), value);
    }
  }

  private void instruction(XmlNode node) {
    Signal signal = word(N1.value(node).toLowerCase(Locale.ROOT));
    item.signal(signal, node.origin("FormalName"));
  }

  private static @Nullable Signal word(String word) {
    if (word.contains("correct") || word.contains("rectif") || word.contains("corrig")) {
      return Signal.CORRECTION;
    }
    if (word.contains("kill") || word.contains("delete") || word.contains("cancel")) {
      return Signal.CANCEL;
    }
    if (word.contains("withh") || word.equals("hold")) {
      return Signal.WITHHOLD;
    }
    if (word.contains("update") || word.contains("rewrite") || word.contains("replace")) {
      return Signal.UPDATE;
    }
    return word.contains("release") && word.contains("embargo") ? Signal.RELEASE : null;
  }

  private void status(XmlNode node, String value) {
    String origin = node.origin("FormalName");
    switch (value.toLowerCase(Locale.ROOT)) {
      case "usable" -> item.pubStatus(PubStatus.USABLE, origin);
      case "withheld", "hold" -> {
        item.pubStatus(PubStatus.WITHHELD, origin);
        item.signal(Signal.WITHHOLD, origin);
      }
      case "canceled", "cancelled", "killed", "deleted" -> {
        item.pubStatus(PubStatus.CANCELED, origin);
        item.signal(Signal.CANCEL, origin);
      }
      case "embargoed" -> item.embargoWithoutEnd(origin);
      default -> {
        G2Extras.put(item, node.path(), value);
        if (!value.isBlank()) {
          item.unknownStatus(value, origin);
        }
      }
    }
  }

  /** What becomes usable at a time is under embargo until then, whatever its status is now. */
  private void embargo(XmlNode management) {
    for (XmlNode change : management.all("StatusWillChange")) {
      String future = change.first("FutureStatus").map(N1::value).orElse("Usable");
      if (future.equalsIgnoreCase("usable")) {
        change
            .first("DateAndTime")
            .ifPresent(date -> item.embargo(date.line1(), profile.time(), date.origin()));
      }
    }
  }

  private void associated(XmlNode node) {
    String uri = node.attrOr("NewsItem").strip();
    if (uri.isEmpty()) {
      G2Extras.keep(node, item);
      return;
    }
    String rel = node.is("DerivedFrom") ? "derivedFrom" : "seeAlso";
    item.associations.add(
        new Association(
            Bodies.freeName(item, "related"),
            uri,
            null,
            node.attrOr("FormalName").isBlank() ? rel : node.attrOr("FormalName").strip(),
            null,
            node.textAt("Comment"),
            null,
            new ArrayList<>()));
  }

  /** Comments are notes; those with a technical name (versions of the profile) are extras. */
  private void comments(XmlNode within) {
    for (String name : List.of("Comment", "EditorialNote", "SpecialInstructions")) {
      for (XmlNode comment : within.all(name)) {
        String text = comment.line1();
        if (NUMBERS.matcher(text).matches()) {
          G2Extras.put(item, comment.path(), text);
        } else {
          item.edNotes.add(new EditorNote(comment.attr("FormalName"), text, true));
        }
      }
    }
  }

  private void time(XmlNode node, Field field) {
    item.readTime(field, node.line1(), profile.time(), node.origin());
  }

  private void altId(String role, String value) {
    if (!value.isEmpty()) {
      item.altIds.add(new AltId(role, value));
    }
  }

  private static String text(XmlNode node, String child) {
    String text = node.textAt(child);
    return text == null ? "" : text;
  }
}
