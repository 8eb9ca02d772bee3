package io.wiredesk.publish.query;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.CustomQueryHandler;
import org.apache.lucene.monitor.QueryTree;
import org.apache.lucene.monitor.TermWeightor;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.WildcardQuery;
import org.jspecify.annotations.Nullable;

/**
 * Lets the presearcher find queries for beginnings of words, wildcards and similar words: they are
 * filed under their first letters, and an item asks with the first letters of its words, in the
 * fields where any query wants that. Else each of them would be run on every item. Thread-safe.
 */
final class BeginningHandler implements CustomQueryHandler {

  private static final int SHORTEST = 2;
  private static final int LONGEST = 6;

  /** After a beginning, so that it is no word. */
  private static final char MARK = '\u0001';

  private final Set<String> fields = ConcurrentHashMap.newKeySet();

  @Override
  public @Nullable QueryTree handleQuery(Query query, TermWeightor weightor) {
    Term beginning = beginning(query);
    if (beginning == null || beginning.text().length() < SHORTEST) {
      return null;
    }
    fields.add(beginning.field());
    String letters =
        beginning.text().substring(0, Math.min(LONGEST, beginning.text().length())) + MARK;
    return QueryTree.term(new Term(beginning.field(), letters), weightor);
  }

  @Override
  public TokenStream wrapTermStream(String field, TokenStream in) {
    return fields.contains(field) ? new Beginnings(in) : in;
  }

  private static @Nullable Term beginning(Query query) {
    if (query instanceof PrefixQuery prefix) {
      return prefix.getPrefix();
    }
    if (query instanceof FuzzyQuery fuzzy) {
      String word = fuzzy.getTerm().text();
      int end = Math.min(fuzzy.getPrefixLength(), word.length());
      return new Term(fuzzy.getField(), word.substring(0, end));
    }
    if (query instanceof WildcardQuery wildcard) {
      String pattern = wildcard.getTerm().text();
      int end = 0;
      while (end < pattern.length() && "*?\\".indexOf(pattern.charAt(end)) < 0) {
        end++;
      }
      return new Term(wildcard.getField(), pattern.substring(0, end));
    }
    return null;
  }

  /** Each word, and each of its beginnings. */
  private static final class Beginnings extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private String word = "";
    private int next = LONGEST + 1;

    Beginnings(TokenStream in) {
      super(in);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (next <= Math.min(LONGEST, word.length())) {
        term.setEmpty().append(word, 0, next++).append(MARK);
        return true;
      }
      if (!input.incrementToken()) {
        return false;
      }
      word = term.toString();
      next = SHORTEST;
      return true;
    }
  }
}
