package io.wiredesk.enrich.entity.recogniser;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A linear model over feature templates, as nlp4j trains it: weights by feature and label, most of
 * them zero and left out, plus a dense part over the word's embedding. Sums in the order of the
 * original, so that the decisions are the original's. Safe to share between threads.
 */
final class TagModel {
  private static final long[] GAZETTEER = hashes(Lexica.GAZETTEER_TAGS.stream());
  private static final long[] CODES =
      hashes(IntStream.range(0, Orthography.CODES).mapToObj(String::valueOf));

  private final Lexica lexica;
  private final String[] labels;
  private final long[] labelHashes;
  private final long[] labelPowers;

  /** Per template: field and window, alternating; the first {@code sets} are of sets. */
  private final int[][] templates;

  private final int sets;

  /** Per template of a set, per id of a set of values: its features, known beforehand. */
  private final int[][][] setFeatures;

  private final HeapTable features;
  private final int[] rows;
  private final byte[] rowLabels;
  private final float[] rowWeights;

  /** Dimension by label. */
  private final float[] dense;

  TagModel(String name, ModelFile file, Lexica lexica) {
    this.lexica = lexica;
    labels = file.strings(name + ".labels");
    labelHashes = hashes(Stream.of(labels));
    labelPowers = Stream.of(labels).mapToLong(l -> TextHash.power(l.length())).toArray();
    templates =
        Stream.of(file.strings(name + ".templates")).map(TagModel::template).toArray(int[][]::new);
    sets = (int) Stream.of(templates).filter(t -> t[0] >= Field.SINGLE).count();
    features = file.heapTable(name + ".features");
    rows = file.ints(name + ".rows");
    rowLabels = file.bytes(name + ".rowLabels");
    rowWeights = file.floats(name + ".rowWeights");
    dense = transposed(file.floats(name + ".dense"), labels.length);
    setFeatures = new int[sets][][];
    for (int type = 0; type < sets; type++) setFeatures[type] = setFeatures(type);
  }

  private static int[] template(String line) {
    return Stream.of(line.split(" ")).mapToInt(Integer::parseInt).toArray();
  }

  private static long[] hashes(Stream<String> strings) {
    return strings.mapToLong(TextHash::of).toArray();
  }

  private static float[] transposed(float[] byLabel, int labels) {
    float[] t = new float[byLabel.length];
    int dimensions = byLabel.length / labels;
    for (int i = 0; i < t.length; i++) t[i] = byLabel[i % labels * dimensions + i / labels];
    return t;
  }

  private int[][] setFeatures(int type) {
    long[][] sets =
        switch (Field.of(templates[type][0])) {
          case AMBIGUITY_SET -> lexica.ambiguitySets();
          case CLUSTERS -> lexica.clusterSets();
          case GAZETTEER -> singles(GAZETTEER);
          default -> singles(CODES);
        };
    return Stream.of(sets).map(s -> features(type, s)).toArray(int[][]::new);
  }

  private static long[][] singles(long[] hashes) {
    return Arrays.stream(hashes).mapToObj(h -> new long[] {h}).toArray(long[][]::new);
  }

  private int[] features(int type, long[] hashes) {
    return Arrays.stream(hashes)
        .mapToInt(h -> features.get(TextHash.key(type, h)))
        .filter(f -> f >= 0)
        .toArray();
  }

  String label(int index) {
    return labels[index];
  }

  /** Sets the label as a property of the word, for the features of the words after it. */
  void assign(Word word, Field field, int label) {
    word.set(field, labelHashes[label], labelPowers[label]);
  }

  float[] scores() {
    return new float[labels.length];
  }

  /** The best label of the i-th word, given the labels so far; both arrays are scratch space. */
  int best(Word[] sentence, int i, float[] scores, float[] vector) {
    Arrays.fill(scores, 0f);
    for (int type = 0; type < sets; type++) addSet(sentence, i, type, scores);
    for (int type = sets; type < templates.length; type++) addSingle(sentence, i, type, scores);
    if (dense.length > 0 && lexica.vector(sentence[i], vector)) addDense(vector, scores);
    int best = 0;
    for (int l = 1; l < scores.length; l++) if (scores[l] > scores[best]) best = l;
    return best;
  }

  private void addSet(Word[] sentence, int i, int type, float[] scores) {
    int at = i + templates[type][1];
    if (at < 0 || at >= sentence.length) return;
    Word w = sentence[at];
    int[][] known = setFeatures[type];
    switch (Field.of(templates[type][0])) {
      case AMBIGUITY_SET -> addAll(known, w.ambiguity, scores);
      case CLUSTERS -> addAll(known, w.clusters, scores);
      case ORTHOGRAPHIC -> {
        for (int code : Orthography.of(w.simplified, at == 0)) addAll(known, code, scores);
      }
      case POSITION -> addAll(known, at == 0 ? 0 : at == sentence.length - 1 ? 1 : -1, scores);
      case GAZETTEER -> {
        for (long bits = w.gazetteer; bits != 0; bits &= bits - 1) {
          addAll(known, Long.numberOfTrailingZeros(bits), scores);
        }
      }
      default -> throw new IllegalStateException("not a set: " + Field.of(templates[type][0]));
    }
  }

  private void addAll(int[][] known, int set, float[] scores) {
    if (set < 0) return;
    for (int feature : known[set]) addRow(feature, scores);
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
    int feature = features.get(TextHash.key(type, hash));
    if (feature >= 0) addRow(feature, scores);
  }

  private void addRow(int feature, float[] scores) {
    int end = rows[feature + 1];
    for (int k = rows[feature]; k < end; k++) scores[rowLabels[k]] += rowWeights[k];
  }

  /** Label by label within a dimension: the sum of each label keeps the original's order. */
  private void addDense(float[] vector, float[] scores) {
    int n = scores.length;
    for (int j = 0; j < Lexica.DIMENSIONS; j++) {
      float v = vector[j];
      int row = j * n;
      for (int l = 0; l < n; l++) scores[l] += dense[row + l] * v;
    }
  }
}
