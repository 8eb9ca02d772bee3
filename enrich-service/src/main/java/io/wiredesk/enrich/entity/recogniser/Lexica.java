package io.wiredesk.enrich.entity.recogniser;

import edu.emory.mathcs.nlp.common.util.StringUtils;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is known of words beforehand: their possible parts of speech, Brown clusters, embeddings,
 * and lists of names. Safe to share between threads.
 */
final class Lexica {
  static final int DIMENSIONS = 50;

  /**
   * Bit n of a word's gazetteer set stands for the n-th of these; the order is that of training.
   */
  static final List<String> GAZETTEER_TAGS =
      Stream.of("B", "I", "L", "U")
          .flatMap(p -> IntStream.range(0, 16).mapToObj(i -> p + "-" + i))
          .sorted()
          .toList();

  static final int LISTED = 1 << 16;

  private static final int NONE = 0xFFFF;
  private static final int NO_CLASS = NONE >> 1;
  private static final int[][] BITS = bits();

  private final PackedTable words;
  private final PackedTable gazetteer;
  private final PackedTable vectors;
  private final FloatBuffer scales;
  private final ShortBuffer rows;
  private final String[] ambiguity;
  private final long[][] ambiguityHashes;
  private final long[][] clusterHashes;

  Lexica(ModelFile file) {
    words = file.table("words");
    gazetteer = file.table("gazetteer");
    vectors = file.table("vectors");
    scales = file.block("vectors.scales").asFloatBuffer();
    rows = file.block("vectors.rows").asShortBuffer();
    ambiguity = file.strings("ambiguity");
    ambiguityHashes = hashes(ambiguity, "_");
    clusterHashes = hashes(file.strings("clusters"), " ");
  }

  private static long[][] hashes(String[] sets, String separator) {
    return Stream.of(sets)
        .map(s -> Stream.of(s.split(separator)).mapToLong(TextHash::of).toArray())
        .toArray(long[][]::new);
  }

  private static int[][] bits() {
    int[][] bits = new int[4][16];
    for (int p = 0; p < 4; p++) {
      for (int i = 0; i < 16; i++) bits[p][i] = GAZETTEER_TAGS.indexOf("BILU".charAt(p) + "-" + i);
    }
    return bits;
  }

  static int wordValue(int ambiguityId, int clusterId) {
    return (ambiguityId < 0 ? NO_CLASS : ambiguityId) << 16 | (clusterId < 0 ? NONE : clusterId);
  }

  /** Marks what the lists of names know of the sentence's words. */
  void markNames(Word[] sentence) {
    for (int i = 0; i < sentence.length; i++) gazetteer(sentence, i);
  }

  /** Fills in what the lexica know of the word. */
  void annotate(Lexeme w) {
    int value = words.get(TextHash.key(0, w.hash(Field.LOWER.ordinal())));
    int a = value < 0 ? NO_CLASS : value >>> 16;
    int c = value < 0 ? NONE : value & NONE;
    if (a != NO_CLASS) {
      w.ambiguity = a;
      w.set(Field.AMBIGUITY, ambiguity[a]);
    }
    if (c != NONE) w.clusters = c;
    w.name = a == NO_CLASS || ambiguity[a].startsWith("NNP");
  }

  /** The longest listed name that starts here marks its words. */
  private void gazetteer(Word[] sentence, int from) {
    long path = 0;
    int last = -1;
    int tags = 0;
    for (int i = from; i < sentence.length; i++) {
      path = TextHash.step(path, sentence[i].hash(Field.FORM));
      int node = gazetteer.get(path);
      if (node == PackedTable.ABSENT) break;
      if ((node & LISTED) != 0) {
        last = i;
        tags = node & 0xFFFF;
      }
    }
    for (int tag = 0; last >= 0 && tag < 16; tag++) {
      if ((tags >> tag & 1) != 0) mark(sentence, from, last, tag);
    }
  }

  private static void mark(Word[] sentence, int from, int last, int tag) {
    if (from == last) {
      sentence[from].gazetteer |= 1L << BITS[3][tag];
      return;
    }
    sentence[from].gazetteer |= 1L << BITS[0][tag];
    sentence[last].gazetteer |= 1L << BITS[2][tag];
    for (int i = from + 1; i < last; i++) sentence[i].gazetteer |= 1L << BITS[1][tag];
  }

  /** Hashes of the values of each ambiguity class. */
  long[][] ambiguitySets() {
    return ambiguityHashes;
  }

  /** Hashes of the values of each cluster set. */
  long[][] clusterSets() {
    return clusterHashes;
  }

  /** The word's vector into {@code into}; false where it has none. */
  boolean vector(Lexeme w, float[] into) {
    int row = vectors.get(TextHash.key(1, TextHash.of(StringUtils.toUndigitalizedForm(w.text))));
    if (row < 0) return false;
    float scale = scales.get(row);
    int at = row * DIMENSIONS;
    for (int i = 0; i < DIMENSIONS; i++) into[i] = rows.get(at + i) * scale;
    return true;
  }
}
