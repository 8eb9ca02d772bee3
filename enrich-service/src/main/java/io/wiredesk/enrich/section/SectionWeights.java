package io.wiredesk.enrich.section;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What the section model has learnt, over vectors that are centred and scaled to unit length. Not
 * to be changed once made; safe to share.
 *
 * @param fingerprint of what they were learnt from and how, see {@link SectionTrainer#fingerprint}
 * @param centre mean vector of all examples
 * @param sections one row of weights a section
 * @param bias one number a section
 * @param topics one unit vector a topic, the mean of its examples
 */
record SectionWeights(
    long fingerprint, float[] centre, float[][] sections, float[] bias, float[][] topics) {
  /** Unit vectors are scaled by this, so that the weights stay small. */
  private static final float SCALE = 3;

  private static final int MAGIC = 0x57445332; // "WDS2"

  /** Centres a vector in place. */
  float[] centred(float[] vector) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] -= centre[i];
    }
    return Vectors.toUnitLength(vector);
  }

  /** Logarithm of each section's probability for a centred vector. */
  double[] logProbabilities(float[] centred) {
    double[] scores = new double[bias.length];
    for (int s = 0; s < scores.length; s++) {
      scores[s] = SCALE * Vectors.dot(sections[s], centred) + bias[s];
    }
    return Vectors.logSoftmax(scores);
  }

  /** Moves the weights of one section along a centred vector: a step of training. */
  static void add(float[] row, float[] centred, double step) {
    for (int i = 0; i < row.length; i++) {
      row[i] += (float) (step * SCALE * centred[i]);
    }
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeLong(fingerprint);
    out.writeInt(centre.length);
    out.writeInt(sections.length);
    out.writeInt(topics.length);
    write(out, centre);
    for (float[] row : sections) {
      write(out, row);
    }
    write(out, bias);
    for (float[] row : topics) {
      write(out, row);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException when it is something else
   */
  static SectionWeights read(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("not the weights of a section model");
    }
    long fingerprint = in.readLong();
    if (in.readInt() != SentenceModel.DIMENSIONS) {
      throw new IOException("weights for another sentence model");
    }
    int sections = in.readInt();
    int topics = in.readInt();
    float[] centre = row(in, SentenceModel.DIMENSIONS);
    float[][] weights = rows(in, sections);
    return new SectionWeights(fingerprint, centre, weights, row(in, sections), rows(in, topics));
  }

  private static void write(DataOutputStream out, float[] row) throws IOException {
    for (float value : row) {
      out.writeFloat(value);
    }
  }

  private static float[][] rows(DataInputStream in, int count) throws IOException {
    float[][] rows = new float[count][];
    for (int i = 0; i < count; i++) {
      rows[i] = row(in, SentenceModel.DIMENSIONS);
    }
    return rows;
  }

  private static float[] row(DataInputStream in, int length) throws IOException {
    float[] row = new float[length];
    for (int i = 0; i < length; i++) {
      row[i] = in.readFloat();
    }
    return row;
  }
}
