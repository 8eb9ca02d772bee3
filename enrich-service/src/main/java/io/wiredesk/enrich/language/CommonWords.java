package io.wiredesk.enrich.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a language by its commonest words, where they leave no doubt: a tenth of what asking the
 * statistics costs, and most copy is as plain as that. Immutable.
 */
final class CommonWords {
  /** So many of its words must stand in the text, */
  private static final int FEWEST = 6;

  /** so many times as often as of any other language, */
  private static final int CLEARLY = 2;

  /** and no more than so many words a word of its own. */
  private static final int RAREST = 6;

  private final List<String> languages;
  private final Map<String, BitSet> speaksFor;

  private CommonWords(List<String> languages, Map<String, BitSet> speaksFor) {
    this.languages = languages;
    this.speaksFor = speaksFor;
  }

  /** Reads {@code common-words.txt}. */
  static CommonWords load() {
    InputStream in = CommonWords.class.getResourceAsStream("common-words.txt");
    if (in == null) {
      throw new IllegalStateException("no table common-words.txt");
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return of(reader.lines().filter(line -> !line.startsWith("#")).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CommonWords of(List<String> lines) {
    Map<String, BitSet> speaksFor = new HashMap<>();
    for (int l = 0; l < lines.size(); l++) {
      String[] words = lines.get(l).split(" ");
      for (String word : Arrays.asList(words).subList(1, words.length)) {
        speaksFor.computeIfAbsent(word, w -> new BitSet()).set(l);
      }
    }
    return new CommonWords(lines.stream().map(l -> l.split(" ", 2)[0]).toList(), speaksFor);
  }

  /** The language of the text; empty where the words leave a doubt. */
  Optional<String> language(String text) {
    int[] found = new int[languages.size()];
    int words = 0;
    int length = text.length();
    for (int from = 0; from < length; ) {
      int to = from;
      while (to < length && Character.isLetter(text.charAt(to))) {
        to++;
      }
      if (to > from) {
        words++;
        count(text.substring(from, to), found);
      }
      from = to + 1;
    }
    return clear(found, words);
  }

  private void count(String word, int[] found) {
    BitSet of = speaksFor.get(word.toLowerCase(Locale.ROOT));
    if (of != null) {
      of.stream().forEach(language -> found[language]++);
    }
  }

  private Optional<String> clear(int[] found, int words) {
    int best = 0;
    for (int l = 1; l < found.length; l++) {
      best = found[l] > found[best] ? l : best;
    }
    int most = found[best];
    boolean clear = most >= FEWEST && most * RAREST >= words;
    for (int l = 0; l < found.length; l++) {
      clear &= l == best || found[l] * CLEARLY <= most;
    }
    return clear ? Optional.of(languages.get(best)) : Optional.empty();
  }
}
