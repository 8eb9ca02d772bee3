package io.wiredesk.enrich.entity.rules;

import io.wiredesk.enrich.entity.recogniser.Sentence;
import io.wiredesk.enrich.entity.recogniser.Sentence.Token;
import io.wiredesk.schemas.EntityType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A name that was recognised is that name wherever it stands again: names of several words, short
 * forms in capitals, and single words that were recognised more than once. Stateless.
 */
final class Repeats implements Rule {
  private static final int LONGEST = 6;

  @Override
  public List<Span> apply(Article article, List<Span> spans) {
    Map<String, EntityType> names = new HashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    for (Span span : spans) {
      String name = span.in(article.text());
      boolean distinct =
          name.indexOf(' ') > 0
              || Words.isAllCapitals(name)
                  && name.length() > 2
                  && span.type() == EntityType.ORGANISATION;
      if (distinct || counts.merge(name, 1, Integer::sum) > 2) names.putIfAbsent(name, span.type());
    }
    if (names.isEmpty()) return spans;
    Cover cover = Cover.of(spans);
    for (Sentence sentence : article.sentences())
      add(article.text(), sentence.tokens(), names, cover);
    return cover.inTextOrder();
  }

  private static void add(
      String text, List<Token> tokens, Map<String, EntityType> names, Cover cover) {
    for (int i = 0; i < tokens.size(); i++) {
      if (!Words.isCapitalised(tokens.get(i).text())) continue;
      for (int n = Math.min(LONGEST, tokens.size() - i); n > 0; n--) {
        int start = tokens.get(i).start();
        int end = tokens.get(i + n - 1).end();
        EntityType type = names.get(text.substring(start, end));
        if (type == null || !cover.isFree(start, end)) continue;
        if (n > 1 || isAlone(tokens, i)) cover.add(new Span(start, end, type));
        break;
      }
    }
  }

  private static boolean isAlone(List<Token> tokens, int i) {
    boolean before = i > 0 && isName(tokens.get(i - 1));
    boolean after = i + 1 < tokens.size() && isName(tokens.get(i + 1));
    return !before && !after && tokens.get(i).tag().startsWith("NNP");
  }

  private static boolean isName(Token t) {
    return t.tag().startsWith("NNP") && !WordClass.TITLES.has(t.text());
  }
}
