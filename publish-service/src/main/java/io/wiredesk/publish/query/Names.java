package io.wiredesk.publish.query;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Names of countries and languages, and their ISO codes, in lower case without accents. Immutable.
 */
final class Names {

  private static final Map<String, String> OTHER_COUNTRIES =
      Map.ofEntries(
          Map.entry("uk", "gb"),
          Map.entry("britain", "gb"),
          Map.entry("great britain", "gb"),
          Map.entry("usa", "us"),
          Map.entry("america", "us"),
          Map.entry("united states of america", "us"),
          Map.entry("turkey", "tr"),
          Map.entry("turkiye", "tr"),
          Map.entry("czech republic", "cz"),
          Map.entry("ivory coast", "ci"),
          Map.entry("cote divoire", "ci"),
          Map.entry("burma", "mm"),
          Map.entry("myanmar", "mm"),
          Map.entry("holland", "nl"),
          Map.entry("macedonia", "mk"),
          Map.entry("swaziland", "sz"),
          Map.entry("cape verde", "cv"),
          Map.entry("east timor", "tl"),
          Map.entry("palestine", "ps"),
          Map.entry("vatican", "va"),
          Map.entry("hong kong", "hk"),
          Map.entry("macau", "mo"),
          Map.entry("uae", "ae"),
          Map.entry("emirates", "ae"),
          Map.entry("congo", "cg"),
          Map.entry("dr congo", "cd"),
          Map.entry("drc", "cd"),
          Map.entry("democratic republic of the congo", "cd"),
          Map.entry("kosovo", "xk"),
          Map.entry("xkx", "xk"));

  /** Countries: ISO 3166, two letters, from three letters and from English names. */
  static final Names COUNTRIES = countries();

  /** Languages: ISO 639, from English names and the language's own. */
  static final Names LANGUAGES = languages();

  private final Map<String, String> byName;
  private final Set<String> codes;

  private Names(Map<String, String> byName) {
    this.byName = Collections.unmodifiableMap(byName);
    this.codes = Collections.unmodifiableSet(new TreeSet<>(byName.values()));
  }

  /** The code of what a person wrote: a code or a name. */
  Optional<String> code(String folded) {
    String plain = plain(folded);
    return codes.contains(plain) ? Optional.of(plain) : Optional.ofNullable(byName.get(plain));
  }

  /** All codes. */
  Set<String> codes() {
    return codes;
  }

  /** All names that are known. */
  Set<String> names() {
    return byName.keySet();
  }

  private static Names countries() {
    Map<String, String> names = new TreeMap<>();
    for (String code : Locale.getISOCountries()) {
      Locale country = new Locale("", code);
      String value = code.toLowerCase(Locale.ROOT);
      put(names, country.getDisplayCountry(Locale.ENGLISH), value);
      put(names, country.getISO3Country(), value);
    }
    OTHER_COUNTRIES.forEach((name, code) -> put(names, name, code));
    return new Names(names);
  }

  private static Names languages() {
    Map<String, String> names = new TreeMap<>();
    for (String code : Locale.getISOLanguages()) {
      Locale language = new Locale(code);
      String value = language.toLanguageTag().toLowerCase(Locale.ROOT);
      names.putIfAbsent(plain(language.getDisplayLanguage(language)), value);
      put(names, language.getDisplayLanguage(Locale.ENGLISH), value);
      put(names, language.getISO3Language(), value);
    }
    for (Locale locale : Locale.getAvailableLocales()) { // languages of three letters
      if (locale.getLanguage().length() == 3) {
        put(names, locale.getDisplayLanguage(Locale.ENGLISH), locale.getLanguage());
      }
    }
    put(names, "farsi", "fa");
    put(names, "mandarin", "zh");
    put(names, "undecided", "und");
    return new Names(names);
  }

  private static void put(Map<String, String> names, String name, String code) {
    names.put(plain(name), code);
  }

  /** Letters and digits with one space between: South-Korea, south_korea. */
  private static String plain(String name) {
    return Folding.fold(name)
        .replace("&", " and ")
        .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
        .strip();
  }
}
