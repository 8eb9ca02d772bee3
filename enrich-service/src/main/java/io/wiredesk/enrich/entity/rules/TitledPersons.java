package io.wiredesk.enrich.entity.rules;

import io.wiredesk.enrich.entity.recogniser.Sentence;
import io.wiredesk.enrich.entity.recogniser.Sentence.Token;
import io.wiredesk.schemas.EntityType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who is called Mr, Ms or Dr is a person, here and wherever the same name stands; capitalised words
 * after the title are the name where the recogniser saw none. Stateless.
 */
final class TitledPersons implements Rule {
  private static final int LONGEST = 4;

  @Override
  public List<Span> apply(Article article, List<Span> spans) {
    Cover cover = Cover.of(spans);
    for (Sentence sentence : article.sentences()) {
      List<Token> tokens = sentence.tokens();
      for (int i = 0; i + 1 < tokens.size(); i++) {
        if (Words.isCapitalised(tokens.get(i).text())
            && WordClass.CIVIL_TITLES.has(tokens.get(i).text())) {
          name(tokens, i + 1, cover);
        }
      }
    }
    Set<String> people = new HashSet<>();
    List<Span> all = cover.inTextOrder();
    for (Span span : all) {
      if (WordClass.CIVIL_TITLES.has(article.wordBefore(span))) people.add(span.in(article.text()));
    }
    return all.stream()
        .map(s -> people.contains(s.in(article.text())) ? s.as(EntityType.PERSON) : s)
        .toList();
  }

  private static void name(List<Token> tokens, int from, Cover cover) {
    int to = from;
    while (to < tokens.size() && to < from + LONGEST && isName(tokens.get(to))) to++;
    if (to > from)
      cover.add(new Span(tokens.get(from).start(), tokens.get(to - 1).end(), EntityType.PERSON));
  }

  private static boolean isName(Token t) {
    return t.tag().startsWith("NNP")
        && Words.isCapitalised(t.text())
        && Words.hasLower(t.text())
        && !WordClass.TITLES.has(t.text())
        && !WordClass.ORGANISATION_NOUNS.has(t.text());
  }
}
