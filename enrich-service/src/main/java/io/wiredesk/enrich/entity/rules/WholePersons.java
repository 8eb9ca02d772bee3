package io.wiredesk.enrich.entity.rules;

import io.wiredesk.enrich.entity.recogniser.Sentence;
import io.wiredesk.enrich.entity.recogniser.Sentence.Token;
import io.wiredesk.schemas.EntityType;
import java.util.List;

/**
 * A capitalised word that follows a full name without a mark between belongs to it: in "Amardeep
 * Singh Aujla" three words are the name, also where the recogniser knew two. Stateless.
 */
final class WholePersons implements Rule {
  private static final int MORE = 2;

  @Override
  public List<Span> apply(Article article, List<Span> spans) {
    Cover cover = Cover.of(spans);
    for (Span span : spans) {
      Sentence sentence = article.sentenceOf(span);
      if (sentence == null || span.type() != EntityType.PERSON) continue;
      List<Token> tokens = sentence.tokens();
      int next = Article.tokenAt(sentence, span.end());
      int end = span.end();
      for (int i = next; i < tokens.size() && i < next + MORE && isName(tokens.get(i)); i++) {
        if (!cover.isFree(tokens.get(i).start(), tokens.get(i).end())) break;
        end = tokens.get(i).end();
      }
      if (end > span.end()) cover.put(new Span(span.start(), end, EntityType.PERSON));
    }
    return cover.inTextOrder();
  }

  private static boolean isName(Token t) {
    return t.tag().equals("NNP")
        && Words.isCapitalised(t.text())
        && Words.hasLower(t.text())
        && t.text().length() > 2
        && !t.text().endsWith(".")
        && !WordClass.TITLES.has(t.text())
        && !WordClass.ORGANISATION_NOUNS.has(t.text())
        && !WordClass.PLACE_NOUNS.has(t.text())
        && !WordClass.MATTERS.has(t.text())
        && !WordClass.EVENTS.has(t.text())
        && !WordClass.JUNK.has(t.text());
  }
}
