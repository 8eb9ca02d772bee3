package io.wiredesk.enrich.entity.recogniser;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/**
 * A linear model over feature templates, as nlp4j trains it: weights by feature and label, most of
 * them zero and left out, plus a dense part over the word's embedding. Sums in the order of the
 * original, so that the decisions are the original's. Safe to share between threads.
 */
final class TagModel {
  private final Lexica lexica;
  private final String[] labels;
  private final long[] labelHashes;
  private final long[] labelPowers;

  /** Per template: field and window, alternating; sets first. */
  private final int[][] templates;

  private final int sets;
  private final PackedTable features;
  private final IntBuffer rows;
  private final ByteBuffer rowLabels;
  private final FloatBuffer rowWeights;
  private final float[] dense;

  private static final long[] GAZETTEER = hashes(Lexica.GAZETTEER_TAGS.toArray(String[]::new));
  private static final long[] CODES =
      hashes(
          java.util.stream.IntStream.range(0, Orthography.CODES)
              .mapToObj(String::valueOf)
              .toArray(String[]::new));

  TagModel(String name, ModelFile file, Lexica lexica) {
    this.lexica = lexica;
    labels = file.strings(name + ".labels");
    labelHashes = hashes(labels);
    labelPowers =
        java.util.stream.Stream.of(labels).mapToLong(l -> TextHash.power(l.length())).toArray();
    String[] lines = file.strings(name + ".templates");
    templates = new int[lines.length][];
    int n = 0;
    for (int i = 0; i < lines.length; i++) {
      templates[i] =
          java.util.stream.Stream.of(lines[i].split(" ")).mapToInt(Integer::parseInt).toArray();
      if (templates[i][0] >= Field.SINGLE) n = i + 1;
    }
    sets = n;
    features = file.table(name + ".features");
    rows = file.block(name + ".rows").asIntBuffer();
    rowLabels = file.block(name + ".rowLabels");
    rowWeights = file.block(name + ".rowWeights").asFloatBuffer();
    FloatBuffer d = file.block(name + ".dense").asFloatBuffer();
    dense = new float[d.capacity()];
    d.get(dense);
  }

  private static long[] hashes(String[] strings) {
    return java.util.stream.Stream.of(strings).mapToLong(TextHash::of).toArray();
  }

  String label(int index) {
    return labels[index];
  }

  /** Sets the label as a property of the word, for the features of the words after it. */
  void assign(Word word, Field field, int label) {
    word.set(field, labelHashes[label], labelPowers[label]);
  }

  /** The best label of the i-th word, given the labels so far. */
  int best(Word[] sentence, int i, float[] scores, float[] vector) {
    java.util.Arrays.fill(scores, 0, labels.length, 0f);
    for (int type = 0; type < sets; type++) addSet(sentence, i, type, scores);
    for (int type = sets; type < templates.length; type++) addSingle(sentence, i, type, scores);
    if (dense.length > 0 && lexica.vector(sentence[i], vector)) addDense(vector, scores);
    int best = 0;
    for (int l = 1; l < labels.length; l++) if (scores[l] > scores[best]) best = l;
    return best;
  }

  float[] scores() {
    return new float[labels.length];
  }

  private void addSet(Word[] sentence, int i, int type, float[] scores) {
    int at = i + templates[type][1];
    if (at < 0 || at >= sentence.length) return;
    Word w = sentence[at];
    switch (Field.of(templates[type][0])) {
      case AMBIGUITY_SET -> addAll(type, lexica.ambiguityHashes(w), scores);
      case CLUSTERS -> addAll(type, lexica.clusterHashes(w), scores);
      case ORTHOGRAPHIC -> {
        for (int code : Orthography.of(w.simplified, at == 0)) add(type, CODES[code], scores);
      }
      case POSITION -> {
        if (at == 0) add(type, CODES[0], scores);
        else if (at == sentence.length - 1) add(type, CODES[1], scores);
      }
      case GAZETTEER -> {
        for (long bits = w.gazetteer; bits != 0; bits &= bits - 1) {
          add(type, GAZETTEER[Long.numberOfTrailingZeros(bits)], scores);
        }
      }
      default -> throw new IllegalStateException("not a set: " + Field.of(templates[type][0]));
    }
  }

  private void addAll(int type, long[] hashes, float[] scores) {
    for (long hash : hashes) add(type, hash, scores);
  }

  private void addSingle(Word[] sentence, int i, int type, float[] scores) {
    int[] template = templates[type];
    long hash = 0;
    for (int k = 0; k < template.length; k += 2) {
      int at = i + template[k + 1];
      if (at < 0 || at >= sentence.length || !sentence[at].has(template[k])) return;
      Word w = sentence[at];
      hash =
          k == 0
              ? w.hash(template[k])
              : TextHash.join(hash, w.hash(template[k]), w.power(template[k]));
    }
    add(type, hash, scores);
  }

  private void add(int type, long hash, float[] scores) {
    int feature = features.get(TextHash.key(type, hash));
    if (feature < 0) return;
    int end = rows.get(feature + 1);
    for (int k = rows.get(feature); k < end; k++) scores[rowLabels.get(k)] += rowWeights.get(k);
  }

  private void addDense(float[] vector, float[] scores) {
    int k = 0;
    for (int l = 0; l < labels.length; l++) {
      float sum = scores[l];
      for (int j = 0; j < Lexica.DIMENSIONS; j++) sum += dense[k++] * vector[j];
      scores[l] = sum;
    }
  }
}
