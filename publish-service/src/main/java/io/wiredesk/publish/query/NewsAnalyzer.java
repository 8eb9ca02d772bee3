package io.wiredesk.publish.query;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Words without case, accents and apostrophes for text, whole values the same way for codes. No
 * stems and no stop words: copy comes in many languages, and {@code "has died"} means just that.
 * Thread-safe.
 */
final class NewsAnalyzer extends Analyzer {

  /** For items. */
  static final Analyzer ITEMS = new NewsAnalyzer(true);

  /** For what a query asks. */
  static final Analyzer QUERIES = new NewsAnalyzer(false);

  /** Between two values of a field, so that no phrase runs from one into the next. */
  private static final int GAP = 200;

  private final boolean parts;

  private NewsAnalyzer(boolean parts) {
    super(PER_FIELD_REUSE_STRATEGY);
    this.parts = parts;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    if (QueryField.holdsWholeValues(field)) {
      Tokenizer whole = new KeywordTokenizer();
      return new TokenStreamComponents(whole, new FoldingFilter(whole, false));
    }
    Tokenizer words = new StandardTokenizer();
    return new TokenStreamComponents(words, new FoldingFilter(words, parts));
  }

  @Override
  protected TokenStream normalize(String field, TokenStream in) {
    return new FoldingFilter(in, false);
  }

  @Override
  protected Reader initReader(String field, Reader reader) {
    return QueryField.holdsWholeValues(field) ? reader : new OneApostrophe(reader);
  }

  @Override
  public int getPositionIncrementGap(String field) {
    return GAP;
  }

  /** Signs that stand for an apostrophe and would end a word become one; nothing moves. */
  private static final class OneApostrophe extends FilterReader {

    OneApostrophe(Reader in) {
      super(in);
    }

    @Override
    public int read(char[] buffer, int start, int length) throws IOException {
      int read = super.read(buffer, start, length);
      for (int i = start; i < start + read; i++) {
        if (Folding.isApostrophe(buffer[i])) {
          buffer[i] = '\u2019';
        }
      }
      return read;
    }
  }
}
