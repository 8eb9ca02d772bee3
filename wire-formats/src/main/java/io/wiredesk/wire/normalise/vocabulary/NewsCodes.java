package io.wiredesk.wire.normalise.vocabulary;

import io.wiredesk.schemas.Concept;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Subjects as the wires code them (eight digits, {@code subj:}, {@code medtop:}, URNs, URLs, the
 * provider's own letters) to concepts with the full IPTC URI. The code as it stood stays in {@code
 * literal}. Immutable.
 */
public final class NewsCodes {

  private static final String BASE = "http://cv.iptc.org/newscodes/";
  private static final String MEDIA_TOPIC = "mediatopic/";
  private static final String SUBJECT_CODE = "subjectcode/";
  private static final Pattern EIGHT_DIGITS = Pattern.compile("\\d{8}");
  private static final Pattern CODED = Pattern.compile("(.*?)[:/#=]?\\s*(\\d{8})");
  private static final Pattern IPTC_URL =
      Pattern.compile(
          "(?i)https?://(?:www\\.)?cv\\.iptc\\.org/newscodes/([a-z0-9-]+)/([^/\\s#?]+)/?");
  private static final Pattern QCODE = Pattern.compile("([A-Za-z][\\w-]*):(\\S+)");

  /** IPTC's recommended aliases of its own schemes. */
  private static final Map<String, String> SCHEMES =
      Map.ofEntries(
          Map.entry("medtop", "mediatopic"),
          Map.entry("mediatopic", "mediatopic"),
          Map.entry("subj", "subjectcode"),
          Map.entry("subject", "subjectcode"),
          Map.entry("subjectcode", "subjectcode"),
          Map.entry("iptcsubj", "subjectcode"),
          Map.entry("iptccat", "iptccat"),
          Map.entry("genre", "genre"),
          Map.entry("ninat", "ninature"),
          Map.entry("ninature", "ninature"),
          Map.entry("scene", "scene"),
          Map.entry("descrole", "descrole"),
          Map.entry("hlrole", "hlrole"),
          Map.entry("crol", "contentrole"));

  private NewsCodes() {}

  /**
   * Concepts with their IPTC URIs, in wire order, each once.
   *
   * @param categories the provider's own codes and names (upper case) to a topic or a house section
   */
  public static List<Concept> subjects(List<Concept> wire, Map<String, String> categories) {
    Map<String, Concept> once = new LinkedHashMap<>();
    for (Concept concept : wire) {
      Concept known = subject(concept, categories);
      String key =
          known.getUri() != null ? known.getUri() : known.getLiteral() + "|" + known.getName();
      once.merge(key, known, NewsCodes::joined);
    }
    return List.copyOf(once.values());
  }

  private static Concept joined(Concept first, Concept second) {
    if (first.getName() == null && second.getName() != null) {
      return Concept.newBuilder(first).setName(second.getName()).build();
    }
    return first;
  }

  private static Concept subject(Concept wire, Map<String, String> categories) {
    String uri = uriOf(wire, categories);
    Concept.Builder known = Concept.newBuilder(wire);
    if (uri != null) {
      known.setUri(uri);
      boolean changed = wire.getUri() != null && !uri.equals(wire.getUri());
      if (changed && wire.getLiteral() == null) {
        known.setLiteral(wire.getUri());
      }
      if (isBlank(wire.getName())) {
        known.setName(TopTopics.name(uri.substring(uri.lastIndexOf('/') + 1)));
      }
    }
    return known.build();
  }

  private static @Nullable String uriOf(Concept wire, Map<String, String> categories) {
    String literal = wire.getLiteral();
    String given = wire.getUri() != null ? uri(wire.getUri()) : null;
    if (given != null) {
      return given;
    }
    String category = category(literal, categories);
    if (category == null) {
      category = category(wire.getName(), categories);
    }
    String coded = category != null ? ofCategory(category) : literal == null ? null : uri(literal);
    return coded != null ? coded : wire.getUri();
  }

  /** What the provider's own code or name stands for, with or without its scheme in front. */
  private static @Nullable String category(@Nullable String own, Map<String, String> categories) {
    if (own == null || categories.isEmpty()) {
      return null;
    }
    String code = own.strip().toUpperCase(Locale.ROOT);
    String whole = categories.get(code);
    return whole != null ? whole : categories.get(code.substring(code.indexOf(':') + 1));
  }

  private static @Nullable String ofCategory(String value) {
    String top = TopTopics.codeOfSection(value);
    return top == null ? uri(value) : BASE + MEDIA_TOPIC + top;
  }

  /** True for what a category of a feed may stand for: an IPTC code or a house section. */
  public static boolean isTopicOrSection(String text) {
    return ofCategory(text) != null;
  }

  /** Names of the house sections that are a top-level topic, in the order of the codes. */
  public static List<String> sections() {
    return TopTopics.sections();
  }

  /** Full URI of an IPTC code in any of its spellings, null where it is none. */
  static @Nullable String uri(String code) {
    String text = code.strip();
    Matcher url = IPTC_URL.matcher(text);
    if (url.matches()) {
      return BASE + url.group(1).toLowerCase(Locale.ROOT) + "/" + url.group(2);
    }
    if (EIGHT_DIGITS.matcher(text).matches()) {
      return BASE + bareScheme(text) + text;
    }
    Matcher coded = CODED.matcher(text);
    if (coded.matches() && namesIptcSubjects(coded.group(1))) {
      boolean medtop = coded.group(1).toLowerCase(Locale.ROOT).contains("med");
      return BASE + (medtop ? MEDIA_TOPIC : bareScheme(coded.group(2))) + coded.group(2);
    }
    Matcher qcode = QCODE.matcher(text);
    String scheme = qcode.matches() ? SCHEMES.get(qcode.group(1).toLowerCase(Locale.ROOT)) : null;
    return scheme == null ? null : BASE + scheme + "/" + qcode.group(2);
  }

  /** Second-level and deeper Media Topics count from 20000000, subject codes stay below 18. */
  private static String bareScheme(String code) {
    return code.startsWith("2") ? MEDIA_TOPIC : SUBJECT_CODE;
  }

  private static boolean namesIptcSubjects(String prefix) {
    String lower = prefix.toLowerCase(Locale.ROOT);
    return lower.equals("iptc")
        || lower.contains("medtop")
        || lower.contains("mediatopic")
        || lower.contains("subjectcode")
        || lower.contains("subject-code")
        || lower.contains("subj")
        || lower.contains("iptc-subject");
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
