package io.wiredesk.publish.revision;

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

/** The words around figures, from {@code figure-words.txt}. Immutable, thread-safe. */
final class FigureWords {

  private final Map<String, String> kinds = new HashMap<>();
  private final Map<String, String> numbers = new HashMap<>();
  private final Map<String, String> roles = new HashMap<>();

  private FigureWords() {}

  static FigureWords load() {
    FigureWords words = new FigureWords();
    try (InputStream in =
            Objects.requireNonNull(FigureWords.class.getResourceAsStream("figure-words.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.lines().map(String::strip).filter(l -> !l.isEmpty()).forEach(words::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  private void read(String line) {
    if (line.startsWith("#")) {
      return;
    }
    String[] parts = line.split(":", 2);
    String name = parts[0].strip().substring(1);
    Map<String, String> table =
        switch (line.charAt(0)) {
          case '@' -> kinds;
          case '=' -> numbers;
          default -> roles;
        };
    for (String word : parts[1].strip().split("\\s+")) {
      table.put(word, name);
    }
  }

  /** What a figure beside this word counts, e.g. toll; null where the word does not say. */
  @Nullable String kind(@Nullable String word) {
    return word == null ? null : kinds.get(word);
  }

  /** The number that the word means, in digits; null where it is none. */
  @Nullable String number(String word) {
    return numbers.get(word);
  }

  boolean isMagnitude(String word) {
    return "magnitude".equals(roles.get(word));
  }

  boolean isMonth(@Nullable String word) {
    return word != null && "month".equals(roles.get(word));
  }

  boolean isFiller(String word) {
    return word.length() < 3 || roles.containsKey(word);
  }

  /** "percent", or "per cent" in two words. */
  boolean isPercent(String word, @Nullable String next) {
    return "percent".equals(roles.get(word)) || (word.equals("per") && "cent".equals(next));
  }
}
