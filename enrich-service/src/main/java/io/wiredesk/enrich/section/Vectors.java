package io.wiredesk.enrich.section;

/** Arithmetic on vectors of equal length. Stateless. */
final class Vectors {
  private Vectors() {}

  /** Scales the vector in place to length 1 and returns it; the zero vector stays as it is. */
  static float[] toUnitLength(float[] vector) {
    double length = Math.sqrt(dot(vector, vector));
    if (length > 0) {
      for (int i = 0; i < vector.length; i++) {
        vector[i] = (float) (vector[i] / length);
      }
    }
    return vector;
  }

  /** Inner product; the cosine for vectors of unit length. */
  static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Scores to logarithms of probabilities that sum to 1. */
  static double[] logSoftmax(double[] scores) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      greatest = Math.max(greatest, score);
    }
    double sum = 0;
    for (double score : scores) {
      sum += Math.exp(score - greatest);
    }
    double norm = greatest + Math.log(sum);
    double[] logs = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      logs[i] = scores[i] - norm;
    }
    return logs;
  }
}
