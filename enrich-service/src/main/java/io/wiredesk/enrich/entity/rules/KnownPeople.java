package io.wiredesk.enrich.entity.rules;

import io.wiredesk.enrich.entity.gazetteer.Context;
import io.wiredesk.enrich.entity.gazetteer.Gazetteer;
import io.wiredesk.enrich.entity.gazetteer.Known;
import io.wiredesk.enrich.entity.recogniser.Sentence;
import io.wiredesk.enrich.entity.recogniser.Sentence.Token;
import io.wiredesk.schemas.EntityType;
import java.util.List;

/**
 * Heads of state whose surname alone says who is meant are people wherever the article names their
 * country too, even where they are never named in full. Stateless.
 */
final class KnownPeople implements Rule {
  private final Gazetteer gazetteer;

  KnownPeople(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  @Override
  public List<Span> apply(Article article, List<Span> spans) {
    if (!speaksOfKnown(article)) return spans;
    List<Context.Mentioned> places =
        spans.stream()
            .filter(s -> s.type() == EntityType.LOCATION)
            .map(s -> new Context.Mentioned(s.in(article.text()), s.start(), s.end()))
            .toList();
    Context context = new Context(gazetteer, article.text(), places, article.located());
    Cover cover = Cover.of(spans);
    for (Sentence sentence : article.sentences()) {
      List<Token> tokens = sentence.tokens();
      for (int i = 0; i < tokens.size(); i++) {
        Token t = tokens.get(i);
        if (!isMeant(t.text(), context) || isPartOfName(tokens, i)) continue;
        Span span = new Span(t.start(), t.end(), EntityType.PERSON);
        if (spans.contains(span.as(EntityType.ORGANISATION))
            || spans.contains(span.as(EntityType.LOCATION))) cover.put(span);
        else cover.add(span);
      }
    }
    return cover.inTextOrder();
  }

  private boolean speaksOfKnown(Article article) {
    return article.sentences().stream()
        .flatMap(s -> s.tokens().stream())
        .anyMatch(t -> Words.isCapitalised(t.text()) && gazetteer.isDistinctive(t.text()));
  }

  private boolean isMeant(String name, Context context) {
    if (!gazetteer.isDistinctive(name)) return false;
    for (Known k : gazetteer.findShort(name))
      if (k.type() == EntityType.PERSON && context.names(k.country())) return true;
    return false;
  }

  private static boolean isPartOfName(List<Token> tokens, int i) {
    String before = i == 0 ? "" : tokens.get(i - 1).text();
    String after = i + 1 == tokens.size() ? "" : tokens.get(i + 1).text();
    boolean behind =
        i > 1
            && Words.isCapitalised(before)
            && !WordClass.TITLES.has(before)
            && !Words.isAllCapitals(before);
    return behind || Words.isCapitalised(after) && tokens.get(i + 1).tag().startsWith("NNP");
  }
}
