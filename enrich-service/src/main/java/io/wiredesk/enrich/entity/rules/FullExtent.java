package io.wiredesk.enrich.entity.rules;

import io.wiredesk.enrich.entity.recogniser.Sentence;
import io.wiredesk.enrich.entity.recogniser.Sentence.Token;
import io.wiredesk.schemas.EntityType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A capitalised word for a body or a place beside a name is part of it: "Lake" Nicaragua, Nantou
 * "County", Sierra Leone "Labour Congress", "Bank of" Ghana. Stateless.
 */
final class FullExtent implements Rule {
  private static final int BETWEEN = 2;

  @Override
  public List<Span> apply(Article article, List<Span> spans) {
    Cover cover = Cover.of(spans);
    for (Span span : spans) {
      Sentence sentence = article.sentenceOf(span);
      if (sentence == null || span.type() == EntityType.EVENT || span.type() == EntityType.PRODUCT)
        continue;
      Span full = extend(sentence.tokens(), Article.tokenAt(sentence, span.start()), span);
      if (full != null && cover.mayGrow(span, full)) cover.put(full);
    }
    return cover.inTextOrder();
  }

  private static @Nullable Span extend(List<Token> tokens, int from, Span span) {
    int to = from;
    while (to < tokens.size() && tokens.get(to).end() <= span.end()) to++;
    if (to == from) return null;
    Span right = toTheRight(tokens, to, span);
    if (right != null) return right;
    return span.type() == EntityType.PERSON ? null : toTheLeft(tokens, from, span);
  }

  private static @Nullable Span toTheRight(List<Token> tokens, int to, Span span) {
    int last = -1;
    EntityType type = span.type();
    for (int i = to; i < tokens.size() && i <= to + BETWEEN && isName(tokens.get(i)); i++) {
      String word = tokens.get(i).text();
      if (WordClass.ORGANISATION_NOUNS.has(word) && !(type == EntityType.PERSON && i > to)) {
        last = i;
        type = EntityType.ORGANISATION;
      } else if (i == to && WordClass.PLACE_NOUNS.has(word) && type != EntityType.ORGANISATION) {
        last = i;
        type = EntityType.LOCATION;
      }
    }
    if (last < 0 || WordClass.TITLES.has(tokens.get(to).text())) return null;
    return new Span(span.start(), tokens.get(last).end(), type);
  }

  private static @Nullable Span toTheLeft(List<Token> tokens, int from, Span span) {
    if (from > 0
        && span.type() == EntityType.LOCATION
        && isName(tokens.get(from - 1))
        && WordClass.PLACE_NOUNS_BEFORE.has(tokens.get(from - 1).text())) {
      return new Span(tokens.get(from - 1).start(), span.end(), EntityType.LOCATION);
    }
    if (from < 2 || !isJoint(tokens.get(from - 1).text())) return null;
    int head = from - 2;
    if (!isName(tokens.get(head)) || !WordClass.ORGANISATION_NOUNS.has(tokens.get(head).text()))
      return null;
    int first = head;
    while (first > 0
        && isName(tokens.get(first - 1))
        && !WordClass.TITLES.has(tokens.get(first - 1).text())) first--;
    return new Span(tokens.get(first).start(), span.end(), EntityType.ORGANISATION);
  }

  private static boolean isJoint(String word) {
    return word.equals("of") || word.equals("for");
  }

  private static boolean isName(Token t) {
    return !t.text().equals("The")
        && Words.isCapitalised(t.text())
        && Words.hasLower(t.text())
        && t.tag().startsWith("NNP");
  }
}
