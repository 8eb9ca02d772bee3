package io.wiredesk.enrich.entity.rules;

import io.wiredesk.enrich.entity.recogniser.Sentence;
import io.wiredesk.enrich.entity.recogniser.Sentence.Token;
import io.wiredesk.schemas.EntityType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names of bodies of several parts are whole: Ministry of Trade, Industry "and Energy", Truth and
 * Reconciliation Commission "of Canada", Government "of Mongolia", UN "High Commissioner for
 * Refugees". Stateless.
 */
final class JoinedNames implements Rule {
  private static final Set<String> UNIONS = Set.of("UN", "U.N.", "EU", "E.U.");
  private static final Set<String> AND = Set.of("and", "&");
  private static final Set<String> OF = Set.of("of", "for");

  @Override
  public List<Span> apply(Article article, List<Span> spans) {
    Cover cover = Cover.of(spans);
    for (Span span : spans) {
      Sentence sentence = article.sentenceOf(span);
      if (sentence == null) continue;
      Span whole = whole(article.text(), sentence.tokens(), span, cover);
      if (whole != null && cover.mayGrow(span, whole)) cover.put(whole);
    }
    return cover.inTextOrder();
  }

  private static @Nullable Span whole(String text, List<Token> tokens, Span span, Cover cover) {
    int from = at(tokens, span.start());
    int to = at(tokens, span.end() - 1) + 1;
    if (span.type() == EntityType.LOCATION) return government(tokens, from, span);
    if (span.type() != EntityType.ORGANISATION) return null;
    if (UNIONS.contains(span.in(text))) return union(tokens, to, span);
    int end = listed(tokens, from, to, cover);
    end = ofPlace(tokens, from, end, cover);
    return end > to ? new Span(span.start(), tokens.get(end - 1).end(), span.type()) : null;
  }

  private static int at(List<Token> tokens, int offset) {
    int i = 0;
    while (i < tokens.size() && tokens.get(i).end() <= offset) i++;
    return i;
  }

  /** Government of Mongolia. */
  private static @Nullable Span government(List<Token> tokens, int from, Span place) {
    int i = from - 1;
    if (i > 0 && tokens.get(i).text().equals("the")) i--;
    if (i < 1 || !tokens.get(i).text().equals("of")) return null;
    Token head = tokens.get(i - 1);
    boolean body = head.text().equals("Government") && i > 1;
    return body ? new Span(head.start(), place.end(), EntityType.ORGANISATION) : null;
  }

  /** What follows UN without a mark, up to what the office is for. */
  private static @Nullable Span union(List<Token> tokens, int to, Span span) {
    int end = names(tokens, to);
    if (end == to || !hasBody(tokens, to, end)) return null;
    if (end + 1 < tokens.size() && OF.contains(tokens.get(end).text())) {
      int more = names(tokens, end + 1);
      if (more > end + 1) end = more;
    }
    return new Span(span.start(), tokens.get(end - 1).end(), span.type());
  }

  private static boolean hasBody(List<Token> tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      String word = tokens.get(i).text();
      if (WordClass.ORGANISATION_NOUNS.has(word) || word.equals("Commissioner")) return true;
    }
    return false;
  }

  private static int names(List<Token> tokens, int from) {
    int i = from;
    while (i < tokens.size() && isName(tokens.get(i))) i++;
    return i;
  }

  /** Behind "Ministry of Trade": ", Industry and Energy". */
  private static int listed(List<Token> tokens, int from, int to, Cover cover) {
    if (!isOfHead(tokens, from, to)) return to;
    int end = to;
    int i = to;
    while (i + 1 < tokens.size()) {
      boolean comma = tokens.get(i).text().equals(",");
      boolean and = AND.contains(tokens.get(i).text());
      if (!comma && !and) break;
      int next = comma && AND.contains(tokens.get(i + 1).text()) ? i + 2 : i + 1;
      int more = names(tokens, next);
      if (more == next || !isMatter(tokens, next, more, cover)) break;
      boolean last = and || next == i + 2;
      i = more;
      if (last) return more;
    }
    return end;
  }

  /** True for a body that is named after what it is for. */
  private static boolean isOfHead(List<Token> tokens, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (OF.contains(tokens.get(i).text()))
        return WordClass.ORGANISATION_NOUNS.has(tokens.get(i - 1).text())
            || tokens.get(i - 1).text().equals("Faculty");
    }
    return false;
  }

  /** No body, person or country of its own. */
  private static boolean isMatter(List<Token> tokens, int from, int to, Cover cover) {
    for (int i = from; i < to; i++) {
      String word = tokens.get(i).text();
      if (WordClass.ORGANISATION_NOUNS.has(word) || WordClass.TITLES.has(word)) return false;
      Span there = cover.startingAt(tokens.get(i).start());
      if (there != null && there.type() != EntityType.ORGANISATION) return false;
    }
    return to - from <= 3;
  }

  /** Behind "Commission" or "Ministry of Health": "of Canada". */
  private static int ofPlace(List<Token> tokens, int from, int to, Cover cover) {
    if (to + 1 >= tokens.size() || !tokens.get(to).text().equals("of")) return to;
    String head = tokens.get(to - 1).text();
    if (to - from < 2 || !WordClass.BODIES.has(head) && !isOfHead(tokens, from, to)) return to;
    int next = tokens.get(to + 1).text().equals("the") ? to + 2 : to + 1;
    if (next >= tokens.size()) return to;
    Span place = cover.startingAt(tokens.get(next).start());
    if (place == null || place.type() != EntityType.LOCATION) return to;
    return at(tokens, place.end() - 1) + 1;
  }

  private static boolean isName(Token t) {
    return t.tag().startsWith("NNP") && Words.isCapitalised(t.text()) && Words.hasLower(t.text());
  }
}
