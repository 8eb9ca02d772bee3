package io.wiredesk.enrich.section;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * e5-small-v2 (English, MIT licence, quantised to 8 bits): a text to a vector of unit length. The
 * same text gives the same vector on the same kind of processor. Safe to share between threads;
 * whoever loaded it closes it, after the last call has returned.
 */
final class SentenceModel implements AutoCloseable {
  /** Name and kind, as recorded in {@code Enrichment.models}. */
  static final String VERSION = "e5-small-v2-q";

  /** Length of a vector. */
  static final int DIMENSIONS = 384;

  private static final String MODEL = "/e5-small-v2-q.onnx";
  private static final String TOKENIZER = "/e5-small-v2-q-tokenizer.json";

  /** e5 was trained with this in front of what is compared with its like. */
  private static final String PREFIX = "query: ";

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final WordPiece tokenizer;
  private final RecentVectors recent = new RecentVectors();

  private SentenceModel(OrtEnvironment environment, OrtSession session, WordPiece tokenizer) {
    this.environment = environment;
    this.session = session;
    this.tokenizer = tokenizer;
  }

  /**
   * Loads the model from the class path, in about half a second.
   *
   * @param threads threads that one call may use, 1 or more
   * @throws IllegalStateException when the build lacks the model or this processor cannot run it
   */
  static SentenceModel load(int threads) {
    try (InputStream vocabulary = resource(TOKENIZER);
        InputStream weights = resource(MODEL);
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      // threads that spin while they wait take the core from the other services
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      OrtSession session = environment.createSession(weights.readAllBytes(), options);
      return new SentenceModel(environment, session, WordPiece.read(vocabulary));
    } catch (IOException | OrtException e) {
      throw new IllegalStateException("sentence model " + VERSION + " cannot be loaded", e);
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream in = SentenceModel.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("no " + name + " on the class path");
    }
    return in;
  }

  /**
   * Vector of unit length over the first {@code tokens} word pieces of the text, the caller's own;
   * for an empty text that of the prefix alone.
   *
   * @throws BrokenModelException when the native library fails
   */
  float[] embed(String text, int tokens) {
    long[] ids = tokenizer.encode(PREFIX + text, tokens);
    return recent.get(ids, () -> vector(ids));
  }

  private float[] vector(long[] ids) {
    long[] ones = new long[ids.length];
    Arrays.fill(ones, 1);
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      inputs.put("input_ids", tensor(ids));
      inputs.put("attention_mask", tensor(ones));
      inputs.put("token_type_ids", tensor(new long[ids.length]));
      try (OrtSession.Result result = session.run(inputs)) {
        return meanOfUnitLength(((float[][][]) result.get(0).getValue())[0]);
      }
    } catch (OrtException e) {
      throw new BrokenModelException("sentence model failed on " + ids.length + " tokens", e);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private OnnxTensor tensor(long[] row) throws OrtException {
    return OnnxTensor.createTensor(environment, new long[][] {row});
  }

  private static float[] meanOfUnitLength(float[][] tokens) {
    float[] mean = new float[DIMENSIONS];
    for (float[] token : tokens) {
      for (int i = 0; i < DIMENSIONS; i++) {
        mean[i] += token[i];
      }
    }
    return Vectors.toUnitLength(mean);
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("sentence model cannot be closed", e);
    }
  }
}
