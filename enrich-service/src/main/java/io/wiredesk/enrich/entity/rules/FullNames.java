package io.wiredesk.enrich.entity.rules;

import io.wiredesk.enrich.entity.gazetteer.Gazetteer;
import io.wiredesk.enrich.entity.recogniser.Sentence;
import io.wiredesk.enrich.entity.recogniser.Sentence.Token;
import io.wiredesk.schemas.EntityType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * News names people in full once and by surname after: a word that closes (or, as in East Asian
 * names, opens) a full name is that person wherever it stands alone. Stateless.
 */
final class FullNames implements Rule {
  private static final int CITY = 500_000;

  private final Gazetteer gazetteer;

  FullNames(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  @Override
  public List<Span> apply(Article article, List<Span> spans) {
    Set<String> names = parts(article, spans);
    if (names.isEmpty()) return spans;
    Cover cover = new Cover();
    for (Span span : spans) {
      boolean alone = names.contains(span.in(article.text()));
      cover.add(alone && isThing(span) ? span.as(EntityType.PERSON) : span);
    }
    for (Sentence sentence : article.sentences()) addAlone(sentence.tokens(), names, cover);
    return cover.inTextOrder();
  }

  private static boolean isThing(Span span) {
    return span.type() != EntityType.PERSON;
  }

  private Set<String> parts(Article article, List<Span> spans) {
    Set<String> parts = new HashSet<>();
    for (Span span : spans) {
      if (span.type() != EntityType.PERSON) continue;
      String[] words = span.in(article.text()).split("\\s+");
      if (words.length < 2 || words.length > 5) continue;
      addPart(words[words.length - 1], parts);
      addPart(words[0], parts);
    }
    return parts;
  }

  private void addPart(String word, Set<String> parts) {
    if (word.length() < 2
        || !Words.isCapitalised(word)
        || !Words.hasLower(word)
        || word.endsWith(".")) return;
    if (WordClass.TITLES.has(word)
        || WordClass.PARTICLES.has(word)
        || WordClass.ORGANISATION_NOUNS.has(word)) return;
    if (gazetteer.isPlace(word, CITY)) return;
    parts.add(word);
  }

  /**
   * Occurrences that the recogniser passed over, unless they are part of a longer run of capitals.
   */
  private static void addAlone(List<Token> tokens, Set<String> names, Cover cover) {
    for (int i = 0; i < tokens.size(); i++) {
      Token t = tokens.get(i);
      if (!names.contains(t.text()) || t.text().length() < 3 || !t.tag().startsWith("NNP"))
        continue;
      String before = i == 0 ? "" : tokens.get(i - 1).text();
      String after = i + 1 == tokens.size() ? "" : tokens.get(i + 1).text();
      boolean free =
          (!Words.isCapitalised(before) || WordClass.TITLES.has(before) || i == 1)
              && !Words.isCapitalised(after);
      if (free && !after.equals("-") && !before.equals("-"))
        cover.add(new Span(t.start(), t.end(), EntityType.PERSON));
    }
  }
}
