package io.wiredesk.enrich.section;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Learns the weights of the section model from the examples of {@code media-topics.txt}: a softmax
 * regression over the sentence model's vectors, by gradient descent without chance. Run once by the
 * build, in a few seconds.
 */
public final class SectionTrainer {
  private static final int ROUNDS = 400;
  private static final double MOMENTUM = 0.9;

  /** Keeps the weights small: there are more dimensions than examples. */
  private static final double PENALTY = 0.01;

  /** Longest example, in word pieces. */
  private static final int TOKENS = 96;

  private final List<float[]> vectors;
  private final List<Integer> labels;
  private final SectionWeights weights;

  private SectionTrainer(List<float[]> vectors, List<Integer> labels, SectionWeights weights) {
    this.vectors = vectors;
    this.labels = labels;
    this.weights = weights;
  }

  /**
   * Writes the weights to the file named by the only argument; its directory is made. A file that
   * was learnt from the same table in the same way stays.
   */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    MediaTopics topics = MediaTopics.load();
    if (isCurrent(file, topics)) {
      return;
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (SentenceModel model = SentenceModel.load(2);
        DataOutputStream out =
            new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      train(model, topics).write(out);
    }
  }

  private static boolean isCurrent(Path file, MediaTopics topics) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      return SectionWeights.read(in).fingerprint() == fingerprint(topics);
    } catch (IOException e) {
      return false; // absent, cut short, or of an older build: learnt anew
    }
  }

  /** Changes with every topic, section and example, and with the way they are learnt from. */
  static long fingerprint(MediaTopics topics) {
    CRC32 crc = new CRC32();
    String how =
        SentenceModel.VERSION + ' ' + ROUNDS + ' ' + MOMENTUM + ' ' + PENALTY + ' ' + TOKENS;
    crc.update(how.getBytes(StandardCharsets.UTF_8));
    crc.update(topics.all().toString().getBytes(StandardCharsets.UTF_8));
    return crc.getValue();
  }

  /** Weights for the topics, in their order, and their sections. */
  static SectionWeights train(SentenceModel model, MediaTopics topics) {
    List<float[]> vectors = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    List<Integer> topicOf = new ArrayList<>();
    List<String> sections = topics.sections();
    for (int t = 0; t < topics.all().size(); t++) {
      MediaTopic topic = topics.all().get(t);
      for (String example : topic.examples()) {
        vectors.add(model.embed(example, TOKENS));
        labels.add(sections.indexOf(topic.section()));
        topicOf.add(t);
      }
    }
    SectionWeights start = start(vectors, topics);
    vectors.forEach(start::centred);
    for (int i = 0; i < vectors.size(); i++) {
      SectionWeights.add(start.topics()[topicOf.get(i)], vectors.get(i), 1);
    }
    for (float[] topic : start.topics()) {
      Vectors.toUnitLength(topic);
    }
    return new SectionTrainer(vectors, labels, start).descend();
  }

  private static SectionWeights start(List<float[]> vectors, MediaTopics topics) {
    int sections = topics.sections().size();
    float[] centre = new float[SentenceModel.DIMENSIONS];
    for (float[] vector : vectors) {
      for (int i = 0; i < centre.length; i++) {
        centre[i] += vector[i] / vectors.size();
      }
    }
    return new SectionWeights(
        fingerprint(topics),
        centre,
        new float[sections][SentenceModel.DIMENSIONS],
        new float[sections],
        new float[topics.all().size()][SentenceModel.DIMENSIONS]);
  }

  private SectionWeights descend() {
    int sections = weights.bias().length;
    float[][] speed = new float[sections][SentenceModel.DIMENSIONS];
    for (int round = 0; round < ROUNDS; round++) {
      float[][] slope = new float[sections][SentenceModel.DIMENSIONS];
      double[] biasSlope = new double[sections];
      for (int i = 0; i < vectors.size(); i++) {
        double[] logs = weights.logProbabilities(vectors.get(i));
        for (int s = 0; s < sections; s++) {
          double error = (Math.exp(logs[s]) - (labels.get(i) == s ? 1 : 0)) / vectors.size();
          SectionWeights.add(slope[s], vectors.get(i), error);
          biasSlope[s] += error;
        }
      }
      for (int s = 0; s < sections; s++) {
        step(weights.sections()[s], speed[s], slope[s]);
        weights.bias()[s] -= (float) biasSlope[s];
      }
    }
    return weights;
  }

  private static void step(float[] row, float[] speed, float[] slope) {
    for (int i = 0; i < row.length; i++) {
      speed[i] = (float) (MOMENTUM * speed[i] + slope[i] + PENALTY * row[i]);
      row[i] -= speed[i];
    }
  }
}
