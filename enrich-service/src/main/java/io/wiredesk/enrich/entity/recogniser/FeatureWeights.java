package io.wiredesk.enrich.entity.recogniser;

/**
 * Weights of a model's features, as whole numbers: sums do not depend on their order, so that parts
 * of them may be added up beforehand. One int holds weight and label, the rows of the members of a
 * family follow each other. Safe to share between threads: the arrays are not changed.
 */
final class FeatureWeights {
  /** So many units are a weight of 1: finer than a float's last bit at the size of a sum. */
  static final int ONE = 1 << 23;

  private static final int LABEL_BITS = 7;
  private static final int LABEL_MASK = (1 << LABEL_BITS) - 1;

  /** A heavier weight would not fit beside its label. */
  private static final double HEAVIEST = 1 << Integer.SIZE - 1 - LABEL_BITS;

  private final PackedTable words;
  private final HeapTable contexts;
  private final int[] rows;
  private final int[] entries;

  FeatureWeights(String model, ModelFile file) {
    words = file.table(model + ".words");
    contexts = file.heapTable(model + ".contexts");
    rows = file.ints(model + ".rows");
    entries = file.ints(model + ".entries");
  }

  /** One weight as it is stored; 0 for one that is too small to count. */
  static int entry(int label, float weight) {
    double units = Math.rint((double) weight * ONE);
    if (label > LABEL_MASK || Math.abs(units) >= HEAVIEST) {
      throw new IllegalArgumentException("label " + label + " or weight " + weight + " too large");
    }
    return units == 0 ? 0 : (int) units << LABEL_BITS | label;
  }

  /** First row of a feature that follows from one word, or {@link PackedTable#ABSENT}. */
  int findOfWord(Families.Family family, long hash) {
    return words.get(TextHash.key(family.number(), hash));
  }

  /** First row of a feature of several words or of tags, or {@link PackedTable#ABSENT}. */
  int findInContext(Families.Family family, long hash) {
    return contexts.get(TextHash.key(family.number(), hash));
  }

  /** Adds one row's weights: that of label l to {@code into[at + l]}. */
  void add(int row, int[] into, int at) {
    int end = rows[row + 1];
    for (int k = rows[row]; k < end; k++) {
      int entry = entries[k];
      into[at + (entry & LABEL_MASK)] += entry >> LABEL_BITS;
    }
  }
}
