package io.wiredesk.enrich.section;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that tell a section ({@code section-words.txt}): the lexical half of the section model.
 * Immutable.
 */
final class SectionWords {
  /** Words of the text that are looked at. */
  static final int WORDS = 500;

  /** Longest stretch of text that is searched for them, in UTF-16 code units. */
  private static final int LONGEST = 6_000;

  /**
   * Added to each section's count, so that a section without a word is unlikely, not impossible.
   */
  private static final double SMOOTHING = 1;

  /** A term of two words says more than one. */
  private static final double PAIR_WEIGHT = 1.5;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]++(?:[-'][\\p{L}\\p{N}]++)*+");

  private final Map<String, double[]> weights;
  private final int sections;

  private SectionWords(Map<String, double[]> weights, int sections) {
    this.weights = weights;
    this.sections = sections;
  }

  /** Reads the table; the order of {@code sections} is that of the results. */
  static SectionWords load(List<String> sections) {
    Map<String, Set<Integer>> sectionsOf = new HashMap<>();
    int section = -1;
    for (String line : Tables.lines("section-words.txt")) {
      if (!line.startsWith(" ")) {
        section = sections.indexOf(line.strip());
        if (section < 0) {
          throw new IllegalStateException("section-words.txt: no section " + line);
        }
        continue;
      }
      for (String word : line.strip().split("\\s+")) {
        sectionsOf.computeIfAbsent(word, w -> new HashSet<>()).add(section);
      }
    }
    Map<String, double[]> weights = new HashMap<>();
    sectionsOf.forEach((word, of) -> weights.put(word, weight(word, of, sections.size())));
    return new SectionWords(weights, sections.size());
  }

  private static double[] weight(String word, Set<Integer> of, int sections) {
    double[] weight = new double[sections];
    of.forEach(s -> weight[s] = (word.contains("_") ? PAIR_WEIGHT : 1) / of.size());
    return weight;
  }

  /**
   * Logarithm of each section's share of the distinct telling words among the first {@link #WORDS};
   * the same for all where there are none.
   */
  double[] logShares(String text) {
    double[] counts = counts(text, WORDS);
    double sum = Arrays.stream(counts).sum();
    for (int s = 0; s < sections; s++) {
      counts[s] = Math.log(counts[s] / sum);
    }
    return counts;
  }

  /** What the distinct telling words among the first {@code most} weigh, by section, from 1 on. */
  double[] counts(String text, int most) {
    double[] counts = new double[sections];
    Arrays.fill(counts, SMOOTHING);
    Set<String> seen = new HashSet<>();
    Matcher word = WORD.matcher(start(text));
    String before = "";
    for (int i = 0; i < most && word.find(); i++) {
      String now = word.group();
      count(now, seen, counts);
      count(before + '_' + now, seen, counts);
      before = now;
    }
    return counts;
  }

  private static String start(String text) {
    String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return start.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
  }

  private void count(String term, Set<String> seen, double[] counts) {
    double[] weight = weights.get(term);
    if (weight != null && seen.add(term)) {
      for (int s = 0; s < sections; s++) {
        counts[s] += weight[s];
      }
    }
  }
}
