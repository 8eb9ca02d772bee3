package io.wiredesk.enrich.entity.rules;

import io.wiredesk.enrich.entity.recogniser.Sentence;
import io.wiredesk.schemas.EntityType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's name does not begin with office or honorific: "Prime Minister Jacinda Ardern" is
 * Jacinda Ardern. Stateless.
 */
final class StripTitles implements Rule {
  @Override
  public List<Span> apply(Article article, List<Span> spans) {
    List<Span> out = new ArrayList<>(spans.size());
    for (Span span : spans) {
      Span stripped = span.type() == EntityType.PERSON ? strip(article, span) : span;
      if (stripped != null) out.add(stripped);
    }
    return out;
  }

  private static @Nullable Span strip(Article article, Span span) {
    Sentence sentence = article.sentenceOf(span);
    if (sentence == null) return span;
    List<Sentence.Token> tokens = sentence.tokens();
    int i = Article.tokenAt(sentence, span.start());
    int end = Article.tokenAt(sentence, span.end() - 1) + 1;
    int from = i;
    while (i < end && (WordClass.TITLES.has(tokens.get(i).text()) || isMark(tokens.get(i).text())))
      i++;
    if (i == end)
      return end - from == 1 && !WordClass.CIVIL_TITLES.has(tokens.get(from).text()) ? span : null;
    return i == from ? span : new Span(tokens.get(i).start(), span.end(), span.type());
  }

  private static boolean isMark(String word) {
    return word.length() == 1 && !Character.isLetterOrDigit(word.charAt(0));
  }
}
