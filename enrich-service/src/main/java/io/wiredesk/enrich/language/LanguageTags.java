package io.wiredesk.enrich.language;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Language tags as wires write them. Stateless. */
final class LanguageTags {
  private static final Map<String, String> BY_THREE_LETTERS = byThreeLetters();

  /** Codes of ISO 639-2 that name no language, and the one that Java resolves to. */
  private static final Set<String> NONE = Set.of("und", "mul", "zxx", "mis", "root");

  private LanguageTags() {}

  /**
   * The primary language of a tag in lower case ({@code en-GB}, {@code EN_us} and {@code eng} are
   * all {@code en}); empty where the tag is absent or names no language.
   */
  static Optional<String> primary(@Nullable String tag) {
    if (tag == null || tag.isBlank()) {
      return Optional.empty();
    }
    String first = tag.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    String primary = BY_THREE_LETTERS.getOrDefault(first, first);
    return primary.matches("[a-z]{2,3}") && !NONE.contains(primary)
        ? Optional.of(primary)
        : Optional.empty();
  }

  private static Map<String, String> byThreeLetters() {
    Map<String, String> map = new HashMap<>();
    for (String two : Locale.getISOLanguages()) {
      try {
        map.put(Locale.forLanguageTag(two).getISO3Language(), two);
      } catch (MissingResourceException e) {
        continue; // a language without a code of three letters has nothing to map
      }
    }
    // bibliographic codes of ISO 639-2, where they differ
    map.put("ger", "de");
    map.put("fre", "fr");
    map.put("dut", "nl");
    map.put("cze", "cs");
    map.put("gre", "el");
    map.put("chi", "zh");
    map.put("rum", "ro");
    return Map.copyOf(map);
  }
}
