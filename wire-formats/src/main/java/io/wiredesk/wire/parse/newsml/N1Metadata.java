package io.wiredesk.wire.parse.newsml;

import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.EditorNote;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.xml.NewsCodes;
import io.wiredesk.wire.parse.xml.XmlNode;
import io.wiredesk.wire.profile.FeedProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * NewsLines and the metadata of the components of one item, the outermost component first. One use.
 */
final class N1Metadata {

  /** The line above the headline, in the languages of the agencies. */
  private static final Pattern COPYRIGHT =
      Pattern.compile("\\d|©|\\(c\\)|copyright|rights|reserv", Pattern.CASE_INSENSITIVE);

  private static final Pattern KICKER =
      Pattern.compile("kicker|overline|antet[ií]tulo|surtitre|dachzeile|oberzeile|occhiello");

  private final WireItem item;
  private final FeedProfile profile;
  private final N1Topics topics;
  private final N1Edition edition;
  private final List<XmlNode> datelines = new ArrayList<>();

  N1Metadata(WireItem item, FeedProfile profile, N1Topics topics, N1Edition edition) {
    this.edition = edition;
    this.item = item;
    this.profile = profile;
    this.topics = topics;
  }

  /** DateLine elements met, in document order. */
  List<XmlNode> datelines() {
    return datelines;
  }

  void read(XmlNode component) {
    N1Topics.leftovers(component, item);
    component.all("NewsLines").forEach(this::newsLines);
    component.all("RightsMetadata").forEach(this::rights);
    component.all("AdministrativeMetadata").forEach(this::administrative);
    component.all("DescriptiveMetadata").forEach(this::descriptive);
    for (XmlNode metadata : component.all("Metadata")) {
      metadata.all("Property").forEach(p -> property(p, metadata));
    }
    component.all("Comment").forEach(c -> note(c.attrOr("FormalName"), c.line1()));
    item.set(Field.LANGUAGE, component.attr("xml:lang"), component.origin("xml:lang"));
  }

  private void newsLines(XmlNode lines) {
    // NewsLines may have several ByLines, one an author
    List<String> bylines =
        lines.all("ByLine").stream()
            .filter(line -> !edition.isOther(line))
            .map(XmlNode::line1)
            .filter(by -> !by.isEmpty())
            .toList();
    if (!bylines.isEmpty()) {
      String by = String.join("; ", bylines.stream().distinct().toList());
      item.set(Field.BY, by, lines.all("ByLine").get(0).origin());
    }
    lines.elements().stream().filter(line -> !edition.isOther(line)).forEach(this::newsLine);
  }

  private void newsLine(XmlNode line) {
    String value = line.line1();
    String origin = line.origin();
    switch (line.name()) {
      case "HeadLine" -> headline(null, value);
      case "SubHeadLine" -> headline("subHeadline", value);
      case "ByLine" -> {
        // read with its neighbours
      }
      case "DateLine" -> datelines.add(line);
      case "SlugLine" -> item.set(Field.SLUGLINE, value, origin);
      case "CreditLine" -> source(value, "creditLine");
      case "CopyrightLine" -> {
        item.set(Field.COPYRIGHT_NOTICE, value, origin);
        if (!COPYRIGHT.matcher(value).find()) {
          item.set(Field.COPYRIGHT_HOLDER, value, origin);
        }
      }
      case "RightsLine" -> item.set(Field.USAGE_TERMS, value, origin);
      case "KeywordLine" -> {
        // "a displayable set of keywords"
        for (String word : value.split("[,;]")) {
          keyword(word.strip());
        }
      }
      case "NewsLine" -> typedLine(line);
      default -> named(line);
    }
  }

  private void typedLine(XmlNode line) {
    String text = line.textAt("NewsLineText");
    String type = line.first("NewsLineType").map(N1::value).orElse("");
    if (text == null) {
      return;
    }
    String lower = type.toLowerCase(Locale.ROOT);
    if (KICKER.matcher(lower).find()) {
      headline("kicker", text);
    } else if (lower.contains("catchword") || lower.contains("slug")) {
      item.set(Field.SLUGLINE, text, line.origin());
    } else if (lower.contains("headline") || lower.contains("catchline")) {
      headline(type, text);
    } else if (lower.contains("byline") || lower.contains("author")) {
      item.set(Field.BY, text, line.origin());
    } else if (lower.contains("summary") || lower.contains("abstract")) {
      item.description(type, text);
    } else if (isNote(lower)) {
      // AFP's ProductLine tells editors what comes with the story: a note, no part of the copy
      note(type, text);
    }
    G2Extras.put(item, line.path() + "/" + type, text);
  }

  private static boolean isNote(String name) {
    return name.contains("productline") || name.contains("note") || name.contains("editor");
  }

  private void headline(@Nullable String role, @Nullable String value) {
    boolean known = item.headlines.stream().anyMatch(h -> h.getValue().equals(value));
    if (!known) {
      item.headline(role, value);
    }
  }

  private void rights(XmlNode rights) {
    for (XmlNode copyright : rights.all("Copyright")) {
      item.set(Field.COPYRIGHT_HOLDER, copyright.textAt("CopyrightHolder"), copyright.origin());
      item.set(Field.COPYRIGHT_NOTICE, copyright.line1(), copyright.origin());
    }
    for (XmlNode usage : rights.all("UsageRights")) {
      String terms =
          String.join(
              "; ",
              usage.elements().stream().map(XmlNode::line1).filter(t -> !t.isEmpty()).toList());
      item.set(Field.USAGE_TERMS, terms, usage.origin());
      if (!terms.equals(item.get(Field.USAGE_TERMS))) {
        G2Extras.put(item, usage.path(), terms);
      }
    }
  }

  private void administrative(XmlNode metadata) {
    for (XmlNode child : metadata.elements()) {
      switch (child.name()) {
        case "Provider", "Source", "Creator", "Contributor" -> {
          child.all("Party").forEach(p -> party(p, child.name()));
          child.all("Comment").forEach(c -> G2Extras.keep(c, item));
        }
        case "Property" -> property(child, metadata);
        default -> named(child);
      }
    }
  }

  /** Elements that agencies put beside those of the standard: notes and slugs by their names. */
  private void named(XmlNode child) {
    String name = child.name().toLowerCase(Locale.ROOT);
    if (name.equals("catchword") || name.equals("slug")) {
      item.set(Field.SLUGLINE, N1.value(child), child.origin());
    } else if (name.equals("editorialinfo") || name.equals("editorialnote")) {
      note(child.name(), N1.value(child));
    } else {
      G2Extras.keep(child, item);
    }
  }

  private void party(XmlNode party, String kind) {
    String reference = party.attrOr("Topic").strip();
    String known = topics.name(reference.isEmpty() ? N1.value(party) : reference);
    String name = known == null ? N1.value(party) : known;
    party.all("Property").forEach(p -> property(p, party));
    if (name.isEmpty()) {
      return;
    }
    if (known != null && !N1.value(party).isEmpty()) {
      G2Extras.put(item, party.path() + "/@FormalName", N1.value(party));
    }
    if (kind.equals("Provider") || kind.equals("Source")) {
      source(name, kind.toLowerCase(Locale.ROOT));
      item.set(Field.PROVIDER, name, party.origin());
    } else {
      // some write the role where the reference to a Topic belongs
      boolean role = !reference.isEmpty() && !reference.startsWith("#");
      source(name, (role ? reference : kind).toLowerCase(Locale.ROOT));
    }
  }

  private void descriptive(XmlNode metadata) {
    for (XmlNode child : metadata.elements()) {
      String value = N1.value(child);
      switch (child.name()) {
        case "Language" -> item.set(Field.LANGUAGE, value, child.origin("FormalName"));
        case "Genre" -> add(item.genres, value.isEmpty() ? null : NewsCodes.named(value, null));
        case "SubjectCode" -> child.elements().forEach(this::subject);
        case "Location" -> location(child);
        case "Property" -> property(child, metadata);
        case "TopicOccurrence" -> topicOccurrence(child);
        default -> named(child);
      }
    }
  }

  private void subject(XmlNode node) {
    String code = N1.value(node);
    if (code.isEmpty()) {
      return;
    }
    add(item.subjects, NewsCodes.subject(code, topics.name(code), null));
    if (!node.attrOr("cat").isBlank()) {
      G2Extras.put(item, node.path() + "/@cat", node.attrOr("cat").strip());
    }
  }

  private void location(XmlNode location) {
    String rel = location.attrOr("HowPresent").strip();
    for (XmlNode property : location.all("Property")) {
      String kind = property.attrOr("FormalName").strip();
      String value = property.attrOr("Value").strip();
      if (value.isEmpty()) {
        continue;
      }
      boolean code = kind.equals("Country") && value.matches("[A-Z]{2,3}");
      String scheme = value.length() == 2 ? "iso3166-1a2:" : "iso3166-1a3:";
      add(
          item.places,
          code
              ? NewsCodes.concept(null, NewsCodes.iptc().uri(scheme + value), value, "isoCountry")
              : NewsCodes.concept(value, null, null, kind.isEmpty() ? rel : kind));
    }
    if (!rel.equalsIgnoreCase("event")) {
      N1.property(location, "City").ifPresent(c -> item.set(Field.LOCATED, c, location.origin()));
    }
  }

  private void property(XmlNode property, XmlNode metadata) {
    String name = property.attrOr("FormalName").strip();
    String value =
        property.attrOr("Value").isBlank()
            ? property.attrOr("ValueRef").strip()
            : property.attrOr("Value").strip();
    switch (name.toLowerCase(Locale.ROOT)) {
      case "keyword", "keywords" -> keyword(value);
      case "editorialinfo", "editorialnote", "ednote", "specialinstructions" -> note(name, value);
      case "catchword", "slug", "slugline" ->
          item.set(Field.SLUGLINE, value.isEmpty() ? null : value, property.origin("Value"));
      case "city" -> add(item.places, value.isEmpty() ? null : NewsCodes.named(value, "City"));
      case "priority", "urgency" ->
          // agencies that leave out NewsManagement/Urgency put their editorial weight here
          item.urgency(value, profile, property.origin("Value"));
      default -> {
        if (!value.isEmpty()) {
          String type = metadata.first("MetadataType").map(N1::value).orElse("");
          G2Extras.put(
              item, metadata.path() + (type.isEmpty() ? "" : "/" + type) + "/" + name, value);
          if (type.toLowerCase(Locale.ROOT).contains("keyword")) {
            keyword(value);
          }
        }
      }
    }
    if (!property.attrOr("Value").isBlank() && !property.attrOr("ValueRef").isBlank()) {
      G2Extras.put(
          item, metadata.path() + "/" + name + "/@ValueRef", property.attrOr("ValueRef").strip());
    }
    property.all("Property").forEach(p -> property(p, property));
  }

  private void topicOccurrence(XmlNode node) {
    if (!topics.occurs(node.attrOr("Topic"), item)) {
      G2Extras.keep(node, item);
    }
  }

  private void source(String name, String rel) {
    add(item.infoSources, name.isEmpty() ? null : NewsCodes.named(name, rel));
  }

  private void keyword(String word) {
    if (!word.isEmpty() && !item.keywords.contains(word)) {
      item.keywords.add(word);
    }
  }

  private void note(String role, String text) {
    EditorNote note = new EditorNote(role.isBlank() ? null : role, text, true);
    if (!text.isEmpty() && !item.edNotes.contains(note)) {
      item.edNotes.add(note);
    }
  }

  private static void add(List<Concept> list, @Nullable Concept concept) {
    if (concept != null && !list.contains(concept)) {
      list.add(concept);
    }
  }
}
