package io.wiredesk.publish.desk.query;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Words in lower case without accents for text, whole values in lower case for codes. No stems and
 * no stop words: copy comes in many languages. Thread-safe.
 */
final class DeskAnalyzer extends Analyzer {

  /** Between two values of a field, so that no phrase runs from one into the next. */
  private static final int GAP = 100;

  DeskAnalyzer() {
    super(PER_FIELD_REUSE_STRATEGY);
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    if (DeskField.holdsWholeValues(field)) {
      Tokenizer whole = new KeywordTokenizer();
      return new TokenStreamComponents(whole, new LowerCaseFilter(whole));
    }
    Tokenizer words = new StandardTokenizer();
    return new TokenStreamComponents(words, folded(words));
  }

  @Override
  protected TokenStream normalize(String field, TokenStream in) {
    return DeskField.holdsWholeValues(field) ? new LowerCaseFilter(in) : folded(in);
  }

  @Override
  public int getPositionIncrementGap(String field) {
    return GAP;
  }

  private static TokenStream folded(TokenStream in) {
    return new ASCIIFoldingFilter(new LowerCaseFilter(in));
  }
}
