package io.wiredesk.publish.query;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Folds words, and where a word of an item has an apostrophe also gives the words in it, marked and
 * at the same place: {@code Germany's} is found by germany, {@code l'Europe} by europe, but a
 * phrase means exactly its words.
 */
final class FoldingFilter extends TokenFilter {

  /** After a word that is part of another; no word ends with it. */
  static final char PART = '\u0002';

  private static final int SHORTEST_PART = 2;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final boolean parts;
  private String[] inside = {};
  private int next;
  private State word = captureState();

  /**
   * A filter.
   *
   * @param parts false for a query's words
   */
  FoldingFilter(TokenStream in, boolean parts) {
    super(in);
    this.parts = parts;
  }

  @Override
  public boolean incrementToken() throws IOException {
    while (next < inside.length) {
      String part = Folding.fold(inside[next++]);
      if (part.length() >= SHORTEST_PART) {
        restoreState(word);
        increment.setPositionIncrement(0);
        term.setEmpty().append(part).append(PART);
        return true;
      }
    }
    if (!input.incrementToken()) {
      return false;
    }
    int apostrophe = fold();
    if (parts && apostrophe >= 0) {
      word = captureState();
    }
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    inside = new String[0];
    next = 0;
  }

  /** Folds in place where it can; the place of the first apostrophe, -1 where there is none. */
  private int fold() {
    char[] letters = term.buffer();
    int apostrophe = -1;
    boolean plain = true;
    for (int i = 0; i < term.length(); i++) {
      char c = letters[i];
      plain &= c < 0x80;
      if (Folding.isApostrophe(c) && apostrophe < 0) {
        apostrophe = i;
      }
      if (c >= 'A' && c <= 'Z') {
        letters[i] = (char) (c + 32);
      }
    }
    inside = new String[0];
    next = 0;
    if (!plain || apostrophe >= 0) {
      String whole = term.toString();
      if (parts && apostrophe >= 0) {
        inside = whole.split("['\u2018\u2019\u02bc\u02b9\u2032`\u00b4\uff07]");
      }
      String folded = Folding.fold(whole);
      term.setEmpty().append(folded.isEmpty() ? whole : folded);
    }
    return apostrophe;
  }
}
