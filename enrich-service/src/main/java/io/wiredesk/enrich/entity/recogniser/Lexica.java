package io.wiredesk.enrich.entity.recogniser;

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
    return (ambiguityId < 0 ? NONE >> 1 : ambiguityId) << 16 | (clusterId < 0 ? NONE : clusterId);
  }

  /** Fills in what the lexica know of the sentence's words. */
  void annotate(Word[] sentence) {
    for (Word w : sentence) {
      annotate(w);
    }
    for (int i = 0; i < sentence.length; i++) gazetteer(sentence, i);
  }

  private void annotate(Word w) {
    int value = words.get(TextHash.key(0, w.hash(Field.LOWER.ordinal())));
    if (value >= 0) {
      int a = value >>> 16;
      int c = value & NONE;
      if (a != NONE >> 1) {
        w.ambiguity = a;
        w.set(Field.AMBIGUITY, ambiguity[a]);
      }
      if (c != NONE) w.clusters = c;
    }
    w.embedding = vectors.get(TextHash.key(1, TextHash.of(w.undigitalised)));
  }

  /** True for a word that is a name first of all, or unknown. */
  boolean isName(Word w) {
    int value = words.get(TextHash.key(0, w.hash(Field.LOWER.ordinal())));
    int a = value < 0 ? NONE >> 1 : value >>> 16;
    return a == NONE >> 1 || ambiguity[a].startsWith("NNP");
  }

  /** The longest listed name that starts here marks its words. */
  private void gazetteer(Word[] sentence, int from) {
    long path = 0;
    int last = -1;
    int tags = 0;
    for (int i = from; i < sentence.length; i++) {
      path = TextHash.step(path, sentence[i].hash(Field.FORM.ordinal()));
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
  boolean vector(Word w, float[] into) {
    if (w.embedding < 0) return false;
    float scale = scales.get(w.embedding);
    int at = w.embedding * DIMENSIONS;
    for (int i = 0; i < DIMENSIONS; i++) into[i] = rows.get(at + i) * scale;
    return true;
  }
}
