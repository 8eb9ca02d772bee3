package io.wiredesk.enrich.entity.rules;

import io.wiredesk.enrich.entity.recogniser.Sentence;
import io.wiredesk.enrich.entity.recogniser.Sentence.Token;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A text with its words: what the rules look at. Immutable.
 *
 * @param text the whole text; every offset is into it
 * @param sentences the sentences outside the skipped stretches, in order
 * @param located place of the dateline, where the wire gave one
 */
public record Article(String text, List<Sentence> sentences, @Nullable String located) {
  public Article {
    sentences = List.copyOf(sentences);
  }

  /**
   * Index of the sentence's first token that ends after the offset; the number of tokens where
   * there is none.
   */
  static int tokenAt(Sentence sentence, int offset) {
    List<Token> tokens = sentence.tokens();
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (tokens.get(mid).end() > offset) high = mid;
      else low = mid + 1;
    }
    return low;
  }

  static int start(Sentence sentence) {
    return sentence.tokens().get(0).start();
  }

  static int end(Sentence sentence) {
    return sentence.tokens().get(sentence.tokens().size() - 1).end();
  }

  /** The sentence that holds the span, null where none does. */
  @Nullable Sentence sentenceOf(Span span) {
    int low = 0;
    int high = sentences.size() - 1;
    while (low <= high) {
      int mid = (low + high) >>> 1;
      Sentence s = sentences.get(mid);
      if (end(s) <= span.start()) low = mid + 1;
      else if (start(s) > span.start()) high = mid - 1;
      else return s;
    }
    return null;
  }

  /** The word before the span in its sentence, "" at its start. */
  String wordBefore(Span span) {
    Sentence s = sentenceOf(span);
    if (s == null) return "";
    int i = tokenAt(s, span.start()) - 1;
    return i < 0 ? "" : s.tokens().get(i).text();
  }

  /** The word after the span in its sentence, "" at its end. */
  String wordAfter(Span span) {
    Sentence s = sentenceOf(span);
    if (s == null) return "";
    int i = tokenAt(s, span.end());
    return i >= s.tokens().size() ? "" : s.tokens().get(i).text();
  }

  static boolean free(List<Span> spans, int start, int end) {
    return spans.stream().noneMatch(s -> s.start() < end && start < s.end());
  }

  static Predicate<Span> overlapping(int start, int end) {
    return s -> s.start() < end && start < s.end();
  }
}
