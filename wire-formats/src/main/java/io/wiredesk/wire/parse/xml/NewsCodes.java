package io.wiredesk.wire.parse.xml;

import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.Creator;
import io.wiredesk.wire.parse.Digits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Vocabularies of a document: QCodes ("medtop:20000523") to URIs, by the IPTC's catalogs (a table
 * shipped beside this class) and the document's own catalog, which wins. Remote catalogs are never
 * fetched, so a private alias that is not declared inline has no URI. Immutable, safe to share.
 */
public final class NewsCodes {

  public static final String SUBJECT_CODES = "http://cv.iptc.org/newscodes/subjectcode/";
  public static final String MEDIA_TOPICS = "http://cv.iptc.org/newscodes/mediatopic/";

  private static final Map<String, String> TABLE = Map.copyOf(table());
  private static final NewsCodes IPTC = new NewsCodes(Map.of());

  private final Map<String, String> declared;

  private NewsCodes(Map<String, String> declared) {
    this.declared = declared;
  }

  /** The IPTC's aliases alone. */
  public static NewsCodes iptc() {
    return IPTC;
  }

  /** The IPTC's aliases and those that the item (or its message) declares inline. */
  public static NewsCodes of(XmlNode... holders) {
    Map<String, String> declared = new HashMap<>();
    for (XmlNode holder : holders) {
      for (XmlNode scheme : holder.path("catalog", "scheme")) {
        String alias = scheme.attrOr("alias").strip();
        if (!alias.isEmpty() && !scheme.attrOr("uri").isBlank()) {
          declared.put(alias, scheme.attrOr("uri").strip());
        }
      }
    }
    return declared.isEmpty() ? IPTC : new NewsCodes(declared);
  }

  /** URI of a QCode, null where its alias is not known. */
  public @Nullable String uri(@Nullable String qcode) {
    int colon = qcode == null ? -1 : qcode.indexOf(':');
    if (qcode == null || colon <= 0) {
      return null;
    }
    String alias = qcode.substring(0, colon);
    String own = declared.get(alias);
    String scheme = own == null ? TABLE.get(alias) : own;
    return scheme == null ? null : scheme + qcode.substring(colon + 1);
  }

  /** A concept for a QCode; its URI where the alias is known. */
  public Concept concept(@Nullable String qcode, @Nullable String name, @Nullable String rel) {
    return concept(name, uri(qcode), qcode, rel);
  }

  /**
   * A subject for a bare IPTC code of eight digits, in NITF and NewsML 1: a subject code, unless it
   * is of the range that only Media Topics have (20000000 and up); no URI for what is no IPTC code.
   */
  public static Concept subject(String code, @Nullable String name, @Nullable String rel) {
    String digits = code.strip();
    if (!Digits.are(digits, 8, 8)) {
      return concept(name, null, digits, rel);
    }
    return digits.startsWith("2")
        ? concept(name, MEDIA_TOPICS + digits, "medtop:" + digits, rel)
        : concept(name, SUBJECT_CODES + digits, "subj:" + digits, rel);
  }

  /** A concept by its name alone. */
  public static Concept named(String name, @Nullable String rel) {
    return concept(name, null, null, rel);
  }

  /** A concept as the wire gave it; blanks count as absent. */
  public static Concept concept(
      @Nullable String name, @Nullable String uri, @Nullable String literal, @Nullable String rel) {
    return new Concept(
        blankToNull(name),
        blankToNull(uri),
        blankToNull(literal),
        blankToNull(rel),
        Creator.WIRE,
        null,
        null);
  }

  /** What follows the alias in a QCode or the last part of a URI: "drol:caption" → "caption". */
  public static @Nullable String local(@Nullable String code) {
    if (code == null || code.isBlank()) {
      return null;
    }
    String stripped = code.strip();
    int cut = Math.max(stripped.lastIndexOf(':'), stripped.lastIndexOf('/'));
    return cut == stripped.length() - 1 ? stripped : stripped.substring(cut + 1);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static Map<String, String> table() {
    Map<String, String> table = new HashMap<>();
    InputStream resource =
        Objects.requireNonNull(NewsCodes.class.getResourceAsStream("iptc-catalog.tsv"));
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      reader
          .lines()
          .filter(line -> !line.startsWith("#") && line.contains("\t"))
          .forEach(line -> table.put(line.split("\t")[0], line.split("\t")[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }
}
