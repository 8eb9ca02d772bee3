package io.wiredesk.publish.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;

/** A query that was understood, as Lucene's over {@link NewsDocument}s. For one query. */
final class LuceneForm {

  /** Most words, each field that a word is looked for in counted; Lucene's own limit is 1,024. */
  private static final int MOST_WORDS = 1_000;

  private static final int FUZZY_BEGINNING = 2;
  private static final Pattern CODE = Pattern.compile("\\p{Alpha}[\\w+.-]*:\\S+");

  private final Instant now;
  private int words;

  LuceneForm(Instant now) {
    this.now = now;
  }

  Query of(Part part) throws QueryRefused {
    if (part instanceof Part.All all) {
      return all(all.parts());
    }
    if (part instanceof Part.Any any) {
      BooleanQuery.Builder builder = new BooleanQuery.Builder();
      for (Part each : any.parts()) {
        count(1);
        builder.add(of(each), Occur.SHOULD);
      }
      return builder.build();
    }
    if (part instanceof Part.Not) {
      return all(List.of(part));
    }
    if (part instanceof Part.Weighted weighted) {
      return new BoostQuery(of(weighted.part()), weighted.weight());
    }
    if (part instanceof Part.Time time) {
      long at = time.at(now).toEpochMilli();
      return time.bound() == Part.Time.Bound.AFTER
          ? LongPoint.newRangeQuery(NewsDocument.RELEASED, at, Long.MAX_VALUE)
          : LongPoint.newRangeQuery(NewsDocument.RELEASED, Long.MIN_VALUE, at - 1);
    }
    return part instanceof Part.Asked asked ? asked(asked) : new MatchAllDocsQuery();
  }

  /** Exclusions alone exclude from everything, unlike in Lucene. */
  private Query all(List<Part> parts) throws QueryRefused {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    boolean onlyExcludes = true;
    for (Part each : parts) {
      count(1);
      if (each instanceof Part.Not not) {
        builder.add(of(not.part()), Occur.MUST_NOT);
      } else {
        builder.add(of(each), Occur.MUST);
        onlyExcludes = false;
      }
    }
    if (onlyExcludes) {
      builder.add(new MatchAllDocsQuery(), Occur.FILTER);
    }
    return builder.build();
  }

  private Query asked(Part.Asked asked) throws QueryRefused {
    if (asked.field() != null) {
      return in(asked.field(), asked);
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (QueryField field : QueryField.DEFAULT) {
      any.add(in(field, asked), Occur.SHOULD);
    }
    return any.build();
  }

  private Query in(QueryField field, Part.Asked asked) throws QueryRefused {
    count(1);
    Part.Want want = asked.want();
    if (want instanceof Part.Words text) {
      return words(field, text, asked.at());
    }
    if (want instanceof Part.Value value) {
      return new TermQuery(new Term(field.fieldName(), value.value()));
    }
    if (want instanceof Part.Similar similar) {
      Term term = new Term(field.fieldName(), Folding.fold(similar.word()));
      return new FuzzyQuery(term, similar.edits(), FUZZY_BEGINNING);
    }
    if (want instanceof Part.Digits digits) {
      return digits(field, digits);
    }
    if (want instanceof Part.Pattern pattern) {
      return pattern(field, pattern.pattern());
    }
    return new TermQuery(new Term(QueryField.PRESENT, field.fieldName()));
  }

  private Query digits(QueryField field, Part.Digits digits) throws QueryRefused {
    count(digits.high() - digits.low());
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (int digit = digits.low(); digit <= digits.high(); digit++) {
      any.add(new TermQuery(new Term(field.fieldName(), Integer.toString(digit))), Occur.SHOULD);
    }
    return any.build();
  }

  private static Query pattern(QueryField field, String pattern) {
    boolean code = field.kind() == QueryField.Kind.NAMES && pattern.indexOf(':') > 0;
    String index = code ? field.codes() : field.fieldName();
    String folded = Folding.fold(pattern);
    int star = folded.indexOf('*');
    boolean beginning =
        star == folded.length() - 1 && folded.indexOf('?') < 0 && folded.indexOf('\\') < 0;
    return beginning
        ? new PrefixQuery(new Term(index, folded.substring(0, star)))
        : new WildcardQuery(new Term(index, folded));
  }

  private Query words(QueryField field, Part.Words text, int at) throws QueryRefused {
    if (field.kind() == QueryField.Kind.NAMES && CODE.matcher(text.text()).matches()) {
      return new TermQuery(new Term(field.codes(), Folding.fold(text.text())));
    }
    List<Term> terms = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    analyze(field.fieldName(), text.text(), terms, places);
    if (terms.isEmpty()) {
      throw QueryRefused.at(at, "there is no word in \"" + text.text() + "\".");
    }
    count(terms.size() - 1);
    if (terms.size() == 1) {
      Term term = terms.get(0);
      return text.quoted() ? new TermQuery(term) : alsoInside(term);
    }
    PhraseQuery.Builder phrase = new PhraseQuery.Builder().setSlop(text.slop());
    for (int i = 0; i < terms.size(); i++) {
      phrase.add(terms.get(i), places.get(i));
    }
    return phrase.build();
  }

  /** A word, also where it is part of one with an apostrophe. */
  private static Query alsoInside(Term term) {
    return new SynonymQuery.Builder(term.field())
        .addTerm(term)
        .addTerm(new Term(term.field(), term.text() + FoldingFilter.PART))
        .build();
  }

  private static void analyze(String field, String text, List<Term> terms, List<Integer> places) {
    try (TokenStream stream = NewsAnalyzer.QUERIES.tokenStream(field, text)) {
      CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      int place = -1;
      stream.reset();
      while (stream.incrementToken()) {
        place += step.getPositionIncrement();
        terms.add(new Term(field, word.toString()));
        places.add(place);
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory failed", e);
    }
  }

  private void count(int more) throws QueryRefused {
    words += more;
    if (words > MOST_WORDS) {
      throw new QueryRefused(
          "More than "
              + MOST_WORDS
              + " words and brackets; a word without a field counts for four.");
    }
  }
}
