package io.wiredesk.wire.parse.newsml;

import io.wiredesk.schemas.Concept;
import io.wiredesk.wire.parse.Digits;
import io.wiredesk.wire.parse.xml.NewsCodes;
import io.wiredesk.wire.parse.xml.XmlNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Concept-like elements (subject, located, creator, …) of one item to concepts. Immutable. */
final class G2Concepts {

  private final NewsCodes codes;
  private final @Nullable String language;

  /**
   * @param codes the item's vocabularies
   * @param language the item's language, preferred among several names
   */
  G2Concepts(NewsCodes codes, @Nullable String language) {
    this.codes = codes;
    this.language = language;
  }

  /**
   * The concept with this relation. Its literal is the code as written ({@code @qcode}, else
   * {@code @literal}); confidence and relevance are kept.
   */
  Concept concept(XmlNode node, @Nullable String rel) {
    String qcode = node.attr("qcode");
    String uri = node.attr("uri") == null ? codes.uri(qcode) : node.attr("uri");
    String literal = qcode == null ? node.attr("literal") : qcode;
    Concept concept = NewsCodes.concept(name(node), uri, literal, rel);
    concept.setConfidence(percent(node.attr("confidence")));
    concept.setRelevance(percent(node.attr("relevance")));
    return concept;
  }

  /** Adds the concept unless the list has it or the element says nothing. */
  void add(List<Concept> list, XmlNode node, @Nullable String rel) {
    Concept concept = concept(node, rel);
    boolean empty =
        concept.getName() == null && concept.getUri() == null && concept.getLiteral() == null;
    if (!empty && !list.contains(concept)) {
      list.add(concept);
    }
  }

  /** Name for people, in the item's language where there is a choice; null where none. */
  @Nullable String name(XmlNode node) {
    String first = null;
    for (XmlNode name : node.all("name")) {
      String line = name.line1();
      if (!line.isEmpty()) {
        if (language != null && sameLanguage(name.attrOr("xml:lang"), language)) {
          return line;
        }
        first = first == null ? line : first;
      }
    }
    return first;
  }

  /** Name, else literal, else the code without its alias; null where the element is empty. */
  @Nullable String label(XmlNode node) {
    String name = name(node);
    if (name != null) {
      return name;
    }
    String literal = node.attrOr("literal").strip();
    if (!literal.isEmpty()) {
      return literal;
    }
    String code = NewsCodes.local(node.attr("qcode"));
    return code != null ? code : node.line1().isEmpty() ? node.attr("uri") : node.line1();
  }

  /** URI of a QCode, null where its alias is not known. */
  @Nullable String uri(@Nullable String qcode) {
    return codes.uri(qcode);
  }

  private static boolean sameLanguage(String one, String other) {
    return !one.isEmpty()
        && (one.equals(other)
            || one.split("-")[0]
                .toLowerCase(Locale.ROOT)
                .equals(other.split("-")[0].toLowerCase(Locale.ROOT)));
  }

  private static @Nullable Integer percent(@Nullable String text) {
    String number = text == null ? "" : text.strip();
    int value = Digits.are(number, 1, 3) ? Integer.parseInt(number) : -1;
    return value >= 0 && value <= 100 ? Integer.valueOf(value) : null;
  }
}
