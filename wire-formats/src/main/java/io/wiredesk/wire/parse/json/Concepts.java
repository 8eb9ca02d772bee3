package io.wiredesk.wire.parse.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.Creator;
import io.wiredesk.wire.parse.AsciiSpace;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Concepts in the dress of each line of JSON: {@code scheme} and {@code code} (ninjs 1.x, AP),
 * {@code uri} and {@code literal} (2.x, 3.x), {@code qcode}, or a bare name. Stateless.
 */
final class Concepts {

  private static final Map<String, String> IPTC =
      Map.of(
          "medtop", "http://cv.iptc.org/newscodes/mediatopic/",
          "mediatopic", "http://cv.iptc.org/newscodes/mediatopic/",
          "subj", "http://cv.iptc.org/newscodes/subjectcode/",
          "subjectcode", "http://cv.iptc.org/newscodes/subjectcode/",
          "genre", "http://cv.iptc.org/newscodes/genre/");

  private static final int MOST = 1_000;
  private static final int LONGEST_ALIAS = 30;

  /** Up to here a walk along the list is cheaper than hashes. */
  private static final int FEW = 50;

  private Concepts() {}

  /** Adds each that has a name or a code; {@code rel} counts where the concept gives none. */
  static void addAll(List<Concept> to, List<JsonNode> nodes, @Nullable String rel) {
    Collection<Concept> known = nodes.size() > FEW ? new HashSet<>(to) : to;
    for (JsonNode node : nodes) {
      Concept concept = of(node, rel);
      if (concept != null && !known.contains(concept)) {
        to.add(concept);
        if (known != to) {
          known.add(concept);
        }
      }
    }
  }

  /** What a concept has besides its name and codes (symbols, geoJSON, parents, …), by its place. */
  static void leftovers(String path, List<JsonNode> nodes, Map<String, String> extras) {
    for (JsonNode node : nodes) {
      if (!node.isObject()) {
        continue;
      }
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        JsonNode value = field.getValue();
        if (!isRead(field.getKey().toLowerCase(Locale.ROOT))
            && !Fields.empty(value)
            && extras.size() < MOST) {
          extras.putIfAbsent(
              path + "/" + label(node) + "/" + field.getKey(), Fields.written(value));
        }
      }
    }
  }

  private static String label(JsonNode node) {
    return node.path("name").asText(node.path("uri").asText(node.path("code").asText("")));
  }

  private static boolean isRead(String name) {
    return switch (name) {
      case "scheme", "code", "literal", "qcode", "id", "uri", "href" -> true;
      case "name", "title", "term", "label" -> true;
      case "rel", "rels", "role", "confidence", "relevance" -> true;
      default -> false;
    };
  }

  private static @Nullable Concept of(JsonNode node, @Nullable String rel) {
    if (!node.isObject()) {
      String name = Fields.text(node);
      return name == null ? null : named(name, rel);
    }
    Fields f = new Fields(node);
    String scheme = f.text("scheme");
    String code = f.text("code", "literal", "qcode", "id");
    String uri = f.text("uri", "href");
    String name = f.text("name", "title", "term", "label");
    if (code == null && name == null && uri == null) {
      return null;
    }
    String found = rel(f);
    return new Concept(
        name,
        uri != null ? uri : uri(scheme, code),
        literal(scheme, code),
        found == null ? rel : found,
        Creator.WIRE,
        percent(f.number("confidence")),
        percent(f.number("relevance")));
  }

  /** True where one of the concepts has that name. */
  static boolean named(List<Concept> concepts, String name) {
    for (Concept concept : concepts) {
      if (name.equals(concept.getName())) {
        return true;
      }
    }
    return false;
  }

  static Concept named(String name, @Nullable String rel) {
    return new Concept(name, null, null, rel, Creator.WIRE, null, null);
  }

  private static @Nullable String rel(Fields f) {
    List<String> rels = f.texts("rel", "rels", "role");
    return rels.isEmpty() ? null : String.join(" ", rels);
  }

  /** Schemes that are addresses, and the IPTC's aliases, make an identifier of the code. */
  private static @Nullable String uri(@Nullable String scheme, @Nullable String code) {
    if (code == null) {
      return null;
    }
    if (scheme != null && isAddress(scheme)) {
      char last = scheme.charAt(scheme.length() - 1);
      return "/#=:".indexOf(last) >= 0 ? scheme + code : scheme + "/" + code;
    }
    if (isAddress(code)) {
      return code;
    }
    int colon = code.indexOf(':');
    String alias = colon > 0 ? code.substring(0, colon) : scheme;
    String base = alias == null ? null : IPTC.get(alias.toLowerCase(Locale.ROOT));
    return base == null ? null : base + code.substring(colon + 1);
  }

  private static @Nullable String literal(@Nullable String scheme, @Nullable String code) {
    return code != null && scheme != null && code.indexOf(':') < 0 && isAlias(scheme)
        ? scheme + ":" + code
        : code;
  }

  private static boolean isAddress(String text) {
    boolean scheme = text.startsWith("http://") || text.startsWith("https://");
    int from = text.indexOf("//") + 2;
    for (int i = from; scheme && i < text.length(); i++) {
      if (AsciiSpace.is(text.charAt(i))) {
        return false;
      }
    }
    return scheme && text.length() > from;
  }

  private static boolean isAlias(String scheme) {
    for (int i = 0; i < scheme.length(); i++) {
      char c = scheme.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && (c < '0' || c > '9') && "_.-".indexOf(c) < 0) {
        return false;
      }
    }
    return !scheme.isEmpty() && scheme.length() <= LONGEST_ALIAS;
  }

  private static @Nullable Integer percent(@Nullable Integer value) {
    return value == null || value < 0 || value > 100 ? null : value;
  }
}
