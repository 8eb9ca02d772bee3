package io.wiredesk.wire.parse.newsml;

import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.xml.XmlNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What NewsML-G2 says of a concept, a file or a reference beyond the fields that ninjs has for it:
 * facets, other codes, coordinates, alternative places. Kept as extras below what it belongs to, so
 * that nobody who knows the provider's vocabularies loses it. Stateless.
 */
final class G2Details {

  private static final Set<String> CONCEPT = Set.of("name", "creator");
  private static final Set<String> REFERENCE =
      Set.of("itemClass", "headline", "title", "description", "creditline");
  private static final Set<String> SAID =
      Set.of("qcode", "uri", "literal", "href", "type", "rel", "role");
  private static final List<String> CODES = List.of("qcode", "uri", "literal", "href");
  private static final int LEVELS = 4;

  private G2Details() {}

  /** Details of a subject, place, genre or party. */
  static void concept(XmlNode node, WireItem item) {
    for (XmlNode child : node.elements()) {
      if (!CONCEPT.contains(child.name())) {
        keep(child, node.path() + "/" + label(node), item, LEVELS);
      }
    }
    List<XmlNode> names = node.all("name");
    for (XmlNode name : names.subList(Math.min(1, names.size()), names.size())) {
      String key =
          name.attrOr("xml:lang").isBlank() ? name.attrOr("role") : name.attrOr("xml:lang");
      value(
          node.path() + "/" + label(node) + "/name" + (key.isBlank() ? "" : "/" + key),
          name.line1(),
          item);
    }
  }

  /** Details of an itemRef or link, below the name of its association. */
  static void reference(XmlNode node, String association, WireItem item) {
    for (String attribute : List.of("version", "contenttype", "size", "persistidref", "rank")) {
      value(association + "/@" + attribute, node.attrOr(attribute), item);
    }
    for (XmlNode child : node.elements()) {
      if (!REFERENCE.contains(child.name())) {
        keep(child, association, item, LEVELS);
      }
    }
  }

  /** Details of a remoteContent, below the name of its rendition. */
  static void file(XmlNode node, String rendition, WireItem item) {
    for (String attribute : List.of("format", "generator", "colourspace", "duration", "version")) {
      value("renditions/" + rendition + "/@" + attribute, node.attrOr(attribute), item);
    }
    node.elements().forEach(child -> keep(child, "renditions/" + rendition, item, LEVELS));
  }

  private static void keep(XmlNode node, String path, WireItem item, int levels) {
    String key = path + "/" + node.name();
    String code = code(node);
    if (levels == LEVELS && isField(code, item)) {
      return;
    }
    String name = node.textAt("name");
    String own = !node.hasElements() ? node.line1() : name == null ? "" : name;
    value(key, code.isEmpty() || own.isEmpty() ? code + own : code + " " + own, item);
    node.attributes()
        .forEach(
            (attribute, value) -> {
              if (!SAID.contains(attribute)) {
                value(key + "/@" + attribute, value, item);
              }
            });
    if (levels > 1) {
      node.elements().stream()
          .filter(child -> !child.is("name"))
          .forEach(child -> keep(child, key, item, levels - 1));
    }
  }

  private static boolean isField(String code, WireItem item) {
    return !code.isEmpty()
        && Stream.concat(item.subjects.stream(), item.places.stream())
            .anyMatch(concept -> code.equals(concept.getLiteral()));
  }

  private static void value(String path, String value, WireItem item) {
    if (!value.isBlank()) {
      G2Extras.put(item, path, value.strip());
    }
  }

  private static String label(XmlNode node) {
    String code = code(node);
    String name = node.textAt("name");
    return code.isEmpty() ? String.valueOf(name) : code;
  }

  private static String code(XmlNode node) {
    for (String attribute : CODES) {
      if (!node.attrOr(attribute).isBlank()) {
        return node.attrOr(attribute).strip();
      }
    }
    return "";
  }
}
