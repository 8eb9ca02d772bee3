package io.wiredesk.wire.charset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which set of eight bits copy in Latin letters is in: the one in which the characters above ASCII
 * are letters of one language, in places where letters stand, beside that language's frequent
 * words. Sets that read the same are told apart by their order: Windows-1252 first. Stateless.
 */
final class LatinSets {

  /** A letter of another language, or a sign within a word, counts against a set. */
  private static final double ODD = -1.5;

  private static final double WORD = 0.5;
  private static final int MOST_WORDS = 12;

  private static final Pattern NO_LETTERS = Pattern.compile("\\P{L}+");
  private static final String SIGNS = "“”„‘’‚«»‹›–—…•€£§°©®™¿¡ªº·½¼¾×²³ \u00a0\u00ad";

  private record Language(List<Charset> sets, Set<Integer> letters, Set<String> words) {}

  private static final List<Language> LANGUAGES = load();
  private static final List<Charset> SETS =
      LANGUAGES.stream().flatMap(language -> language.sets().stream()).distinct().toList();

  private LatinSets() {}

  static Charset likeliest(byte[] sample) {
    Map<String, Integer> ascii = words(Decoding.lenient(sample, 0, StandardCharsets.US_ASCII));
    Charset best = Decoding.WINDOWS_1252;
    double most = Double.NEGATIVE_INFINITY;
    for (Charset set : SETS) {
      String text = Decoding.lenient(sample, 0, set);
      Map<Integer, Integer> letters = new HashMap<>();
      double signs = signs(text, letters);
      for (Language language : LANGUAGES) {
        double score =
            language.sets().contains(set) ? score(language, letters, ascii) + signs : -1e9;
        if (score > most) {
          most = score;
          best = set;
        }
      }
    }
    return best;
  }

  private static double score(
      Language language, Map<Integer, Integer> letters, Map<String, Integer> words) {
    double score = 0;
    for (Map.Entry<Integer, Integer> letter : letters.entrySet()) {
      boolean own = language.letters().contains(letter.getKey());
      score += (own ? 1 : ODD) * letter.getValue();
    }
    int known = 0;
    for (String word : language.words()) {
      known += words.getOrDefault(word, 0);
    }
    return score + WORD * Math.min(known, MOST_WORDS);
  }

  /**
   * Counts the letters above ASCII in small.
   *
   * @return for the other characters above ASCII: what speaks for the set, less what speaks against
   */
  private static double signs(String text, Map<Integer, Integer> letters) {
    double score = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        continue;
      }
      char before = i == 0 ? ' ' : text.charAt(i - 1);
      char behind = i + 1 == text.length() ? ' ' : text.charAt(i + 1);
      if (Character.isLetter(c)) {
        letters.merge((int) Character.toLowerCase(c), 1, Integer::sum);
        score += Character.isUpperCase(c) && Character.isLowerCase(before) ? ODD : 0;
      } else {
        score += isOddSign(c, before, behind) ? ODD : 1;
      }
    }
    return score;
  }

  /** No sign of ordinary copy, or one within or at the wrong end of a word. */
  private static boolean isOddSign(char c, char before, char behind) {
    boolean opens = "“„‚«‹¿¡".indexOf(c) >= 0;
    boolean within = Character.isLetter(before) && Character.isLetter(behind);
    return SIGNS.indexOf(c) < 0
        || (within && "’-–—\u00ad·\u00a0".indexOf(c) < 0)
        || ("„‚¿¡".indexOf(c) >= 0 && opens && Character.isLetter(before));
  }

  private static Map<String, Integer> words(String text) {
    Map<String, Integer> words = new HashMap<>();
    for (String word : NO_LETTERS.split(text.replace('\ufffd', 'ÿ'))) {
      words.merge(word.toLowerCase(Locale.ROOT), 1, Integer::sum);
    }
    return words;
  }

  private static List<Language> load() {
    try (InputStream in =
            Objects.requireNonNull(LatinSets.class.getResourceAsStream("latin-languages.tsv"));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> language(line.split("\t")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("latin-languages.tsv is part of the program", e);
    }
  }

  private static Language language(String[] row) {
    List<Charset> sets = List.of(row[1].split(" ")).stream().map(Charset::forName).toList();
    Set<Integer> letters = row[2].chars().boxed().collect(Collectors.toSet());
    return new Language(sets, letters, new HashSet<>(List.of(row[3].split(" "))));
  }
}
