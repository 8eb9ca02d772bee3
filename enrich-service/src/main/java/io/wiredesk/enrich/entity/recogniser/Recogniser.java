package io.wiredesk.enrich.entity.recogniser;

import java.util.List;

/**
 * Reads English text into sentences with the names in them. Implementations are safe to share
 * between threads.
 */
@FunctionalInterface
public interface Recogniser {
  /**
   * Sentences of the stretch from {@code from} to {@code to}, in order; offsets are into the whole
   * text.
   */
  List<Sentence> read(String text, int from, int to);

  /** Knows no names: for languages without a model, and for tests. */
  static Recogniser none() {
    return (text, from, to) -> List.of();
  }
}
