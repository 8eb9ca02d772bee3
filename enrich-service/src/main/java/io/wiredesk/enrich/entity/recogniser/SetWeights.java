package io.wiredesk.enrich.entity.recogniser;

import io.wiredesk.enrich.entity.recogniser.Families.Family;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Weights of the features that are sets of values: a word's possible parts of speech, its clusters,
 * the codes of its spelling, its place in the sentence, the lists of names that it is on. The
 * weights of a whole set are summed up when it is first met. Safe to share between threads.
 */
final class SetWeights {
  private static final long[] GAZETTEER = hashes(Lexica.GAZETTEER_TAGS.stream());
  private static final long[] CODES =
      hashes(IntStream.range(0, Orthography.CODES).mapToObj(String::valueOf));

  private final List<Family> families;
  private final FeatureWeights weights;
  private final Lexica lexica;
  private final int labels;

  /** Per family of sets: sums by set, member by member; null until it is met. */
  private final List<AtomicReferenceArray<int[]>> sums;

  /** Those that depend on where a word stands. */
  private final int[] ofPlace;

  SetWeights(List<Family> all, FeatureWeights weights, Lexica lexica, int labels) {
    this.families = all.stream().filter(Family::isSet).toList();
    this.ofPlace =
        IntStream.range(0, families.size())
            .filter(f -> families.get(f).fields()[0] != Field.AMBIGUITY_SET)
            .filter(f -> families.get(f).fields()[0] != Field.CLUSTERS)
            .toArray();
    this.weights = weights;
    this.lexica = lexica;
    this.labels = labels;
    this.sums =
        families.stream().map(f -> new AtomicReferenceArray<int[]>(sets(f.fields()[0]))).toList();
  }

  private static long[] hashes(Stream<String> strings) {
    return strings.mapToLong(TextHash::of).toArray();
  }

  private int sets(Field field) {
    return switch (field) {
      case AMBIGUITY_SET -> lexica.ambiguitySets().length;
      case CLUSTERS -> lexica.clusterSets().length;
      case ORTHOGRAPHIC -> 1 << Orthography.CODES;
      case GAZETTEER -> GAZETTEER.length;
      default -> 2; // POSITION: the first word, the last
    };
  }

  int first() {
    return families.stream().flatMapToInt(f -> IntStream.of(f.members())).min().orElse(0);
  }

  int last() {
    return families.stream().flatMapToInt(f -> IntStream.of(f.members())).max().orElse(0);
  }

  /**
   * Adds what follows from the word alone, its spelling taken as that of a word inside a sentence.
   *
   * @param sums window by window from {@code first} on
   */
  void addOfWord(Lexeme lexeme, int[] sums, int first) {
    for (int f = 0; f < families.size(); f++) {
      int set =
          switch (families.get(f).fields()[0]) {
            case AMBIGUITY_SET -> lexeme.ambiguity;
            case CLUSTERS -> lexeme.clusters;
            case ORTHOGRAPHIC -> lexeme.codesInside;
            default -> -1;
          };
      int[] members = families.get(f).members();
      for (int m = 0; set >= 0 && m < members.length; m++) {
        add(of(f, set), m, sums, (members[m] - first) * labels, 1);
      }
    }
  }

  /** Adds what depends on where the word and those beside it stand, for the i-th word. */
  void addOfPlace(Word[] words, int i, int[] scores) {
    for (int f : ofPlace) {
      int[] members = families.get(f).members();
      for (int m = 0; m < members.length; m++) {
        int at = i + members[m];
        if (at >= 0 && at < words.length) addOfPlace(words, at, f, m, scores);
      }
    }
  }

  private void addOfPlace(Word[] words, int at, int f, int m, int[] scores) {
    Word w = words[at];
    switch (families.get(f).fields()[0]) {
      case ORTHOGRAPHIC -> {
        if (at == 0 && w.lexeme.codesFirst != w.lexeme.codesInside) {
          add(of(f, w.lexeme.codesInside), m, scores, 0, -1);
          add(of(f, w.lexeme.codesFirst), m, scores, 0, 1);
        }
      }
      case POSITION -> {
        if (at == 0) add(of(f, 0), m, scores, 0, 1);
        else if (at == words.length - 1) add(of(f, 1), m, scores, 0, 1);
      }
      default -> {
        for (long bits = w.gazetteer; bits != 0; bits &= bits - 1) {
          add(of(f, Long.numberOfTrailingZeros(bits)), m, scores, 0, 1);
        }
      }
    }
  }

  private void add(int[] sums, int member, int[] into, int at, int sign) {
    int from = member * labels;
    for (int l = 0; l < labels; l++) into[at + l] += sign * sums[from + l];
  }

  /** The sums of a family's set; the same whichever thread makes them. */
  private int[] of(int f, int set) {
    int[] known = sums.get(f).get(set);
    if (known == null) {
      known = made(families.get(f), set);
      sums.get(f).set(set, known);
    }
    return known;
  }

  private int[] made(Family family, int set) {
    int[] made = new int[family.members().length * labels];
    for (long hash : values(family.fields()[0], set)) {
      int row = weights.findInContext(family, hash);
      for (int m = 0; row >= 0 && m < family.members().length; m++) {
        weights.add(row + m, made, m * labels);
      }
    }
    return made;
  }

  private long[] values(Field field, int set) {
    return switch (field) {
      case AMBIGUITY_SET -> lexica.ambiguitySets()[set];
      case CLUSTERS -> lexica.clusterSets()[set];
      case GAZETTEER -> new long[] {GAZETTEER[set]};
      case ORTHOGRAPHIC ->
          IntStream.range(0, Orthography.CODES)
              .filter(code -> (set >> code & 1) != 0)
              .mapToLong(code -> CODES[code])
              .toArray();
      default -> Arrays.copyOfRange(CODES, set, set + 1);
    };
  }
}
