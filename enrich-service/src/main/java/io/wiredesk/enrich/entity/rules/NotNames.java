package io.wiredesk.enrich.entity.rules;

import io.wiredesk.enrich.entity.recogniser.Sentence;
import io.wiredesk.enrich.entity.recogniser.Sentence.Token;
import io.wiredesk.schemas.EntityType;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Capitals that name nothing: currencies before an amount ("MNT 3,380"), roads by number,
 * newsgroups, headings of tables, what a minister is minister of, titles of songs and films, the
 * same name in another script. Stateless.
 */
final class NotNames implements Rule {
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());
  private static final Pattern ROAD = Pattern.compile("[A-Z]{1,2}-?\\d{1,4}");
  private static final Pattern STRETCHED = Pattern.compile(".*(\\p{L})\\1{2}.*");
  private static final Pattern TABLE =
      Pattern.compile("(?:[A-Z]{1,3} )++(?:[A-Z]{1,3}|Pts|Pct|Avg|Att|No)|[A-Z]");
  private static final Set<String> WORKS =
      Set.of("album", "song", "single", "film", "movie", "novel", "sitcom", "musical", "hit");
  private static final Set<String> AND = Set.of("and", "&", ",");
  private static final int BACK = 8;

  @Override
  public List<Span> apply(Article article, List<Span> spans) {
    return spans.stream().filter(s -> isName(article, s, s.in(article.text()))).toList();
  }

  private static boolean isName(Article article, Span span, String name) {
    if (name.codePoints().noneMatch(NotNames::isLatinOrKin)) return false;
    if (span.type() == EntityType.PERSON) return true;
    if (ROAD.matcher(name).matches() && !name.startsWith("G")) return false;
    String after = article.wordAfter(span);
    if (span.type() != EntityType.ORGANISATION)
      return !(after.startsWith("$") && span.end() - span.start() < 5);
    if (TABLE.matcher(name).matches() || STRETCHED.matcher(name).matches()) return false;
    if (name.indexOf('.') > 0 && name.equals(name.toLowerCase(java.util.Locale.ROOT))) return false;
    if (CURRENCIES.contains(name) && !after.isEmpty() && Character.isDigit(after.charAt(0)))
      return false;
    return !WORKS.contains(article.wordBefore(span)) && !isOffice(article, span);
  }

  private static boolean isLatinOrKin(int c) {
    if (!Character.isLetter(c)) return false;
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, ARABIC, THAI, DEVANAGARI, BENGALI -> false;
      default -> true;
    };
  }

  /** "Minister of Employment and Labour", "Secretary for Justice". */
  private static boolean isOffice(Article article, Span span) {
    Sentence sentence = article.sentenceOf(span);
    if (sentence == null) return false;
    List<Token> tokens = sentence.tokens();
    int i = Article.tokenAt(sentence, span.start());
    if (i < tokens.size() && WordClass.ORGANISATION_NOUNS.has(tokens.get(i).text())) return false;
    for (int k = i - 1; k >= Math.max(0, i - BACK); k--) {
      String word = tokens.get(k).text();
      boolean joint = word.equals("of") || word.equals("for");
      if (joint && k > 0) {
        String office = tokens.get(k - 1).text();
        return office.equals("Minister") || office.equals("Secretary");
      }
      if (!Words.isCapitalised(word) && !AND.contains(word)) return false;
    }
    return false;
  }
}
