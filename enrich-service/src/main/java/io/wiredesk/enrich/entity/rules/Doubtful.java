package io.wiredesk.enrich.entity.rules;

import io.wiredesk.enrich.entity.gazetteer.Gazetteer;
import io.wiredesk.enrich.entity.recogniser.Sentence;
import io.wiredesk.enrich.entity.recogniser.Sentence.Token;
import io.wiredesk.schemas.EntityType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An organisation of one word that no table has: a word that the article uses small as often names
 * none ("Media"), nor do two stray capitals; who mostly speaks is a person. Stateless.
 */
final class Doubtful implements Rule {
  private static final int OFTEN = 3;

  private final Gazetteer gazetteer;

  Doubtful(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  @Override
  public List<Span> apply(Article article, List<Span> spans) {
    Map<String, Integer> small = smallWords(article);
    Map<String, Integer> mentions = new HashMap<>();
    Map<String, Integer> speaking = new HashMap<>();
    for (Span span : spans) {
      String name = span.in(article.text());
      mentions.merge(name, 1, Integer::sum);
      if (WordClass.SPEECH.has(article.wordAfter(span))) speaking.merge(name, 1, Integer::sum);
    }
    Cover cover = new Cover();
    for (Span span : spans) {
      String name = span.in(article.text());
      int often = mentions.getOrDefault(name, 0);
      boolean speaks = speaking.getOrDefault(name, 0) * 2 > often;
      EntityType type = isUnknown(span, name) ? type(name, small, often, speaks) : span.type();
      if (type != null) cover.add(span.as(type));
    }
    return cover.inTextOrder();
  }

  private static Map<String, Integer> smallWords(Article article) {
    Map<String, Integer> small = new HashMap<>();
    for (Sentence sentence : article.sentences()) {
      for (Token t : sentence.tokens())
        if (!Words.isCapitalised(t.text())) small.merge(t.text(), 1, Integer::sum);
    }
    return small;
  }

  private boolean isUnknown(Span span, String name) {
    return span.type() == EntityType.ORGANISATION
        && name.indexOf(' ') < 0
        && gazetteer.find(name).isEmpty()
        && !gazetteer.isCompany(name);
  }

  private static @Nullable EntityType type(
      String name, Map<String, Integer> small, int often, boolean speaks) {
    if (!Words.hasLower(name))
      return name.length() == 2 && often < OFTEN ? null : EntityType.ORGANISATION;
    if (small.getOrDefault(name.toLowerCase(Locale.ROOT), 0) >= often) return null;
    return speaks && isPlainWord(name) ? EntityType.PERSON : EntityType.ORGANISATION;
  }

  /** One capital and small letters: no TikTok. */
  private static boolean isPlainWord(String name) {
    return name.length() > 3
        && name.substring(1).chars().noneMatch(Character::isUpperCase)
        && name.chars().allMatch(Character::isLetter);
  }
}
