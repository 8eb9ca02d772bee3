package io.wiredesk.enrich.entity.rules;

import io.wiredesk.enrich.entity.recogniser.Sentence;
import io.wiredesk.enrich.entity.recogniser.Sentence.Token;
import io.wiredesk.schemas.EntityType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run of capitalised words that ends in a word for a body or a site names one, also where the
 * recogniser passed it over: Chinar "Corps", Han "River". A run of such words alone ("Police
 * Department") names none. Stateless.
 */
final class CapitalRuns implements Rule {
  private static final int LONGEST = 6;

  @Override
  public List<Span> apply(Article article, List<Span> spans) {
    Cover cover = Cover.of(spans);
    for (Sentence sentence : article.sentences()) {
      List<Token> tokens = sentence.tokens();
      for (int i = 0; i < tokens.size(); ) {
        int end = i;
        while (end < tokens.size() && isFreeName(tokens.get(end), cover)) end++;
        if (end - i > 1 && end - i <= LONGEST) {
          Span span = name(tokens, i, end);
          if (span != null) cover.add(span);
        }
        i = Math.max(end, i + 1);
      }
    }
    return cover.inTextOrder();
  }

  private static @Nullable Span name(List<Token> tokens, int from, int to) {
    String head = tokens.get(to - 1).text();
    EntityType type =
        WordClass.BODIES.has(head)
            ? EntityType.ORGANISATION
            : WordClass.SITES.has(head) ? EntityType.LOCATION : null;
    if (type == null) return null;
    boolean own = false;
    for (int i = from; i < to - 1; i++) {
      String word = tokens.get(i).text();
      if (WordClass.TITLES.has(word) || WordClass.JUNK.has(word)) return null;
      own |= isOwn(word);
    }
    boolean joined = to < tokens.size() && tokens.get(to).text().equals("of");
    return own && !joined
        ? new Span(tokens.get(from).start(), tokens.get(to - 1).end(), type)
        : null;
  }

  private static boolean isOwn(String word) {
    return !WordClass.GENERIC.has(word)
        && !WordClass.ORGANISATION_NOUNS.has(word)
        && !WordClass.PLACE_NOUNS.has(word);
  }

  private static boolean isFreeName(Token t, Cover cover) {
    return t.tag().startsWith("NNP")
        && Words.isCapitalised(t.text())
        && Words.hasLower(t.text())
        && t.text().length() > 1
        && !t.text().equals("The")
        && cover.isFree(t.start(), t.end());
  }
}
