package io.wiredesk.wire.parse.nitf;

import io.wiredesk.schemas.Concept;
import io.wiredesk.wire.parse.Digits;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.xml.NewsCodes;
import io.wiredesk.wire.parse.xml.XmlNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** People, organisations and places that a NITF document marks. Stateless. */
final class NitfNames {

  private static final Pattern POSSESSIVE = Pattern.compile("['\u2019]s$");
  private static final Pattern SPACED_COMMA = Pattern.compile("\\s+,");
  private static final Pattern LAST_COMMA = Pattern.compile("[\\s,]+$");

  private static final List<String> MARKED = List.of("person", "org", "location");
  private static final Set<String> PARTS_OF_PLACE =
      Set.of("sublocation", "city", "state", "region", "country");

  private NitfNames() {}

  /** Adds what is marked anywhere below. */
  static void coded(XmlNode within, WireItem item) {
    for (XmlNode node : within.below(MARKED)) {
      switch (node.name()) {
        case "person" -> add(item.people, node, name(node), "value");
        case "org" -> add(item.organisations, node, name(node), "value");
        case "location" -> add(item.places, node, place(node), "location-code");
        default -> {
          // no name
        }
      }
    }
  }

  /**
   * Adds classifiers (genres by their type, else subjects) and events of identified-content; what
   * has neither a name nor a code is left.
   */
  static void classified(XmlNode within, WireItem item) {
    for (XmlNode node : within.below(List.of("classifier", "event"))) {
      classified(node, node.is("event") ? "event" : node.attrOr("type").strip(), item);
    }
  }

  private static void classified(XmlNode node, String type, WireItem item) {
    boolean genre = type.toLowerCase(Locale.ROOT).contains("genre");
    List<Concept> list = genre ? item.genres : item.subjects;
    String code = code(node, "value");
    String name = node.line1();
    if (name.isEmpty() && code == null) {
      NitfExtras.attributes(item, node, Set.of(), null);
      return;
    }
    boolean iptc = code != null && Digits.are(node.attrOr("value").strip(), 8, 8);
    Concept concept =
        iptc
            ? NewsCodes.subject(node.attrOr("value"), name, null)
            : NewsCodes.concept(name, null, code, genre ? null : type);
    if (!list.contains(concept)) {
      list.add(concept);
    }
  }

  /** A place as people write it: "Newport News, VA". */
  static String place(XmlNode location) {
    List<XmlNode> parts =
        location.elements().stream().filter(e -> PARTS_OF_PLACE.contains(e.name())).toList();
    if (parts.isEmpty() || !ownText(location).isBlank()) {
      String line = SPACED_COMMA.matcher(location.line1()).replaceAll(",");
      return LAST_COMMA.matcher(line).replaceFirst("");
    }
    return parts.stream()
        .map(XmlNode::line1)
        .filter(t -> !t.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String ownText(XmlNode node) {
    return node.content().stream()
        .filter(XmlNode::isText)
        .map(XmlNode::text)
        .collect(Collectors.joining())
        .replace(",", "");
  }

  private static String name(XmlNode node) {
    return POSSESSIVE.matcher(node.line1()).replaceFirst("");
  }

  private static void add(List<Concept> list, XmlNode node, String name, String codeAttribute) {
    String code = code(node, codeAttribute);
    if (name.isEmpty() && code == null) {
      return;
    }
    boolean known = list.stream().anyMatch(c -> name.equals(c.getName()) && !name.isEmpty());
    if (!known) {
      list.add(NewsCodes.concept(name, null, code, null));
    }
  }

  private static @Nullable String code(XmlNode node, String codeAttribute) {
    String value = node.attrOr(codeAttribute).strip();
    String scheme =
        node.attrOr("idsrc").isBlank() ? node.attrOr("code-source") : node.attrOr("idsrc");
    if (value.isEmpty()) {
      return null;
    }
    return scheme.isBlank() ? value : scheme.strip() + ":" + value;
  }
}
