package io.wiredesk.publish.desk.query;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.queryparser.classic.Token;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Lucene's classic syntax over {@link DeskField}s, without what cannot be indexed or costs without
 * bound: regular expressions, ranges of words, wildcards without two letters before them. Beyond
 * Lucene, a query or group that only excludes excludes from everything. Used by one thread, for one
 * query.
 */
final class DeskQueries extends QueryParser {

  /** Most characters of a query. */
  private static final int LONGEST = 10_000;

  /** Most words, each field that a word is looked for in counted; Lucene's own limit is 1,024. */
  private static final int MOST_WORDS = 1_000;

  private static final String TOO_MANY =
      "More than " + MOST_WORDS + " words; a word without a field counts for three.";
  private static final int DEEPEST = 50;
  private static final int WIDEST_SLOP = 100;
  private static final int SHORTEST_BEGINNING = 2;
  private static final String ANY = "";
  private static final Pattern CODE = Pattern.compile("\\p{Alpha}[\\w+.-]*:\\S+");

  private DeskQueries() {
    super(ANY, Matcher.ANALYZER);
    setSplitOnWhitespace(true);
    setAutoGeneratePhraseQueries(true);
    setFuzzyPrefixLength(SHORTEST_BEGINNING);
    setAllowLeadingWildcard(true); // refused here, with a sentence
  }

  /**
   * Reads one query.
   *
   * @throws QueryRefused where it is wrong, or would cost too much
   */
  static Query read(String text) throws QueryRefused {
    if (text.isBlank()) {
      throw new QueryRefused("The query is empty; *:* finds everything.");
    }
    if (text.length() > LONGEST) {
      throw new QueryRefused("The query is longer than " + LONGEST + " characters.");
    }
    if (depth(text) > DEEPEST) {
      throw new QueryRefused("More than " + DEEPEST + " brackets inside each other.");
    }
    try {
      return bounded(new DeskQueries().parse(DeskDocument.composed(text)));
    } catch (ParseException e) {
      throw new QueryRefused(explain(e));
    }
  }

  @Override
  protected Query getFieldQuery(String name, String text, boolean quoted) throws ParseException {
    return one(name, field -> words(field, text, quoted));
  }

  @Override
  protected Query getFieldQuery(String name, String text, int slop) throws ParseException {
    if (slop > WIDEST_SLOP) {
      throw new ParseException("Words may be at most " + WIDEST_SLOP + " apart, not " + slop + ".");
    }
    return one(
        name,
        field ->
            field.kind() == DeskField.Kind.WORDS || field.kind() == DeskField.Kind.NAMES
                ? required(super.getFieldQuery(field.fieldName(), text, slop), text)
                : words(field, text, true));
  }

  @Override
  protected Query getPrefixQuery(String name, String beginning) throws ParseException {
    return one(name, field -> beginning(field, beginning));
  }

  @Override
  protected Query getWildcardQuery(String name, String pattern) throws ParseException {
    if (name.equals("*") && pattern.equals("*")) {
      return new MatchAllDocsQuery();
    }
    if (pattern.equals("*")) {
      return one(name, field -> new TermQuery(new Term(DeskField.PRESENT, field.fieldName())));
    }
    requireBeginning(pattern, pattern);
    return one(name, field -> super.getWildcardQuery(index(field, pattern), pattern));
  }

  @Override
  protected Query getFuzzyQuery(String name, String word, float similarity) throws ParseException {
    requireBeginning(word, word + "~");
    return one(name, field -> super.getFuzzyQuery(field.fieldName(), word, similarity));
  }

  @Override
  protected Query getRegexpQuery(String name, String pattern) throws ParseException {
    throw new ParseException(
        "Regular expressions are not possible; quote a / in a word, or use the beginning of a word"
            + " (elect*).");
  }

  @Override
  protected Query getRangeQuery(
      String name, @Nullable String from, @Nullable String to, boolean fromIn, boolean toIn)
      throws ParseException {
    if (field(name) != DeskField.URGENCY) {
      throw new ParseException("Only urgency has ranges, not " + name + ".");
    }
    int low = digit(from, 0) + (fromIn ? 0 : 1);
    int high = digit(to, 9) - (toIn ? 0 : 1);
    BooleanQuery.Builder digits = new BooleanQuery.Builder();
    for (int digit = Math.max(0, low); digit <= Math.min(9, high); digit++) {
      digits.add(term(DeskField.URGENCY, Integer.toString(digit)), BooleanClause.Occur.SHOULD);
    }
    BooleanQuery range = digits.build();
    if (range.clauses().isEmpty()) {
      throw new ParseException("There is no urgency from " + from + " to " + to + ".");
    }
    return range;
  }

  @Override
  protected Query getBooleanQuery(List<BooleanClause> clauses) throws ParseException {
    boolean onlyExcludes =
        !clauses.isEmpty() && clauses.stream().allMatch(BooleanClause::isProhibited);
    if (onlyExcludes) {
      clauses.add(new BooleanClause(new MatchAllDocsQuery(), BooleanClause.Occur.FILTER));
    }
    return super.getBooleanQuery(clauses);
  }

  private interface Making {
    Query of(DeskField field) throws ParseException;
  }

  /** The query on that field; on each field of the default where no field was named. */
  private Query one(@Nullable String name, Making making) throws ParseException {
    if (name != null && !name.equals(ANY)) {
      return making.of(field(name));
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (DeskField field : DeskField.DEFAULT) {
      any.add(making.of(field), BooleanClause.Occur.SHOULD);
    }
    return any.build();
  }

  private Query words(DeskField field, String text, boolean quoted) throws ParseException {
    switch (field.kind()) {
      case NAMES:
        if (CODE.matcher(text).matches()) {
          return required(super.getFieldQuery(field.codes(), text, true), text);
        }
        break;
      case DIGIT:
        return term(field, Integer.toString(digit(text, 0)));
      case CODES, WORDS:
        break;
    }
    return required(super.getFieldQuery(field.fieldName(), text, quoted), text);
  }

  private Query beginning(DeskField field, String beginning) throws ParseException {
    requireBeginning(beginning, beginning + "*");
    return super.getPrefixQuery(index(field, beginning), beginning);
  }

  /** The beginning of a code is looked for among codes. */
  private static String index(DeskField field, String text) {
    boolean code = field.kind() == DeskField.Kind.NAMES && text.indexOf(':') > 0;
    return code ? field.codes() : field.fieldName();
  }

  private static Query required(@Nullable Query query, String text) throws ParseException {
    if (query == null) {
      throw new ParseException("There is no word in \"" + text + "\".");
    }
    return query;
  }

  private static DeskField field(@Nullable String name) throws ParseException {
    Optional<DeskField> field = name == null ? Optional.empty() : DeskField.named(name);
    return field.orElseThrow(
        () ->
            new ParseException(
                "There is no field " + name + "; known are " + DeskField.names() + "."));
  }

  private static Query term(DeskField field, String value) {
    return new TermQuery(new Term(field.fieldName(), value));
  }

  private static int digit(@Nullable String text, int open) throws ParseException {
    if (text == null) {
      return open;
    }
    if (!text.matches("\\d")) {
      throw new ParseException("urgency is a number from 1 to 9, not " + text + ".");
    }
    return Integer.parseInt(text);
  }

  private static void requireBeginning(String pattern, String shown) throws ParseException {
    int letters = 0;
    while (letters < pattern.length() && "*?".indexOf(pattern.charAt(letters)) < 0) {
      letters++;
    }
    if (letters < SHORTEST_BEGINNING) {
      throw new ParseException(
          shown
              + " needs at least two letters before the first *, ? or ~, or it looks at every word.");
    }
  }

  private static int depth(String text) {
    int deepest = 0;
    int now = 0;
    for (int i = 0; i < text.length(); i++) {
      now += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      deepest = Math.max(deepest, now);
    }
    return deepest;
  }

  private static Query bounded(Query query) throws QueryRefused {
    int[] words = {0};
    query.visit(
        new QueryVisitor() {
          @Override
          public void consumeTerms(Query part, Term... terms) {
            words[0] += terms.length;
          }

          @Override
          public void visitLeaf(Query part) {
            words[0]++;
          }

          @Override
          public QueryVisitor getSubVisitor(BooleanClause.Occur occur, Query parent) {
            return this;
          }
        });
    if (words[0] > MOST_WORDS) {
      throw new QueryRefused(TOO_MANY);
    }
    return query;
  }

  /** Lucene's complaint as one line. */
  private static String explain(ParseException e) {
    if (e.getCause() instanceof IndexSearcher.TooManyClauses) {
      return TOO_MANY;
    }
    if (e.getCause() instanceof ParseException cause) {
      Token at = cause.currentToken == null ? null : cause.currentToken.next;
      if (at == null) {
        return String.valueOf(cause.getMessage());
      }
      return at.image.isEmpty()
          ? "The query ends too early."
          : "\"" + at.image + "\" cannot stand at character " + at.beginColumn + ".";
    }
    String message = String.valueOf(e.getMessage());
    int reason = message.indexOf("Lexical error");
    return (reason < 0 ? message : message.substring(reason)).lines().findFirst().orElse(message);
  }
}
