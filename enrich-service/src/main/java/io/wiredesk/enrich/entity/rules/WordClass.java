package io.wiredesk.enrich.entity.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lists of words that the rules speak of, from words.txt. Compared without case and without a final
 * full stop.
 */
final class WordClass {
  private static final Map<String, WordClass> ALL = read();

  static final WordClass TITLES = of("titles");
  static final WordClass CIVIL_TITLES = of("civil");
  static final WordClass PARTICLES = of("particles");
  static final WordClass SPEECH = of("speech");
  static final WordClass ORGANISATION_NOUNS = of("organisation");
  static final WordClass PLACE_NOUNS = of("place");
  static final WordClass PLACE_NOUNS_BEFORE = of("place-before");
  static final WordClass GENERIC = of("generic");
  static final WordClass BODIES = of("bodies");
  static final WordClass SITES = of("sites");
  static final WordClass EVENTS = of("events");
  static final WordClass MATTERS = of("matters");
  static final WordClass SHORTENED = of("shortened");
  static final WordClass PRODUCTS = of("products");
  static final WordClass PEOPLES = of("peoples");
  static final WordClass JUNK = of("junk");

  private final Set<String> words;

  private WordClass(Set<String> words) {
    this.words = words;
  }

  boolean has(String word) {
    String w = word.toLowerCase(Locale.ROOT);
    return words.contains(w.endsWith(".") && w.length() > 1 ? w.substring(0, w.length() - 1) : w);
  }

  private static WordClass of(String name) {
    WordClass c = ALL.get(name);
    if (c == null) throw new IllegalStateException("words.txt has no class " + name);
    return c;
  }

  private static Map<String, WordClass> read() {
    try (InputStream in = WordClass.class.getResourceAsStream("words.txt")) {
      if (in == null) throw new IllegalStateException("missing resource words.txt");
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(l -> !l.startsWith("#") && l.contains(": "))
          .map(l -> l.split(": ", 2))
          .collect(
              Collectors.toUnmodifiableMap(
                  l -> l[0], l -> new WordClass(Set.of(l[1].trim().split(" ")))));
    } catch (IOException e) {
      throw new UncheckedIOException("unreadable resource words.txt", e);
    }
  }
}
