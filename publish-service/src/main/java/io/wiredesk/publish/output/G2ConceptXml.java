package io.wiredesk.publish.output;

import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.Creator;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Concepts as elements of NewsML-G2, and codes of a scheme of our own. Stateless. */
final class G2ConceptXml {

  /** Alias of our own scheme, declared in each item. */
  static final String OWN = "wd";

  private static final Pattern IPTC = Pattern.compile("(medtop|subj|genre):[^\\s]+");
  private static final Pattern CODE = Pattern.compile("[^\\s:]+");

  private G2ConceptXml() {}

  /** A word as a code of our own scheme; null for what cannot be a code. */
  static @Nullable String own(@Nullable String word) {
    return word == null || !CODE.matcher(word).matches() ? null : OWN + ":" + word;
  }

  /**
   * Writes the concept as that element.
   *
   * @param type QCode of its type, null where none is said
   * @param role QCode of its role, null for none
   */
  static void write(
      XmlOut out, String element, Concept concept, @Nullable String type, @Nullable String role) {
    String literal = concept.getLiteral();
    boolean code = literal != null && IPTC.matcher(literal).matches();
    String uri = concept.getUri();
    out.open(
        element,
        "type",
        type,
        "role",
        role,
        "qcode",
        code ? literal : null,
        "uri",
        uri != null && isUri(uri) ? uri : null,
        "literal",
        code ? null : literal,
        "creator",
        concept.getCreator() == Creator.WIRE ? null : own("wiredesk"),
        "confidence",
        percent(concept.getConfidence()),
        "relevance",
        percent(concept.getRelevance()));
    out.element("name", concept.getName());
    out.close();
  }

  private static @Nullable String percent(@Nullable Integer value) {
    return value == null ? null : Integer.toString(Math.max(0, Math.min(100, value)));
  }

  private static boolean isUri(String text) {
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
