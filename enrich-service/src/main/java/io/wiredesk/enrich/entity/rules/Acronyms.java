package io.wiredesk.enrich.entity.rules;

import io.wiredesk.enrich.entity.recogniser.Sentence;
import io.wiredesk.enrich.entity.recogniser.Sentence.Token;
import io.wiredesk.schemas.EntityType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * "Name of a Body (NB)" makes NB a name of the body's type in the whole article. Where the
 * recogniser did not see the full name, the capitals before the bracket that spell out the short
 * form are it, if they hold a word for a body. Stateless.
 */
final class Acronyms implements Rule {
  private static final int LONGEST_NAME = 10;

  @Override
  public List<Span> apply(Article article, List<Span> spans) {
    Cover cover = Cover.of(spans);
    Map<String, EntityType> types = new HashMap<>();
    for (Sentence s : article.sentences()) {
      List<Token> tokens = s.tokens();
      for (int i = 1; i + 2 < tokens.size(); i++) {
        if (tokens.get(i).text().equals("(") && tokens.get(i + 2).text().equals(")")) {
          define(article, tokens, i, cover, types);
        }
      }
    }
    if (types.isEmpty()) return spans;
    for (Sentence s : article.sentences()) {
      for (Token t : s.tokens()) {
        EntityType type = types.get(t.text());
        if (type != null) replace(new Span(t.start(), t.end(), type), cover);
      }
    }
    return cover.inTextOrder();
  }

  private static void define(
      Article article,
      List<Token> tokens,
      int bracket,
      Cover cover,
      Map<String, EntityType> types) {
    String brief = tokens.get(bracket + 1).text();
    if (brief.length() < 2
        || brief.chars().filter(Character::isUpperCase).count() < 2 && brief.length() < 4) return;
    Span before = cover.endingAt(tokens.get(bracket - 1).end());
    if (before != null
        && before.type() != EntityType.PERSON
        && Acronym.isShortFor(brief, before.in(article.text()))) {
      types.putIfAbsent(brief, before.type());
      return;
    }
    Span spelt = spelt(article.text(), tokens, bracket, brief);
    if (spelt == null) return;
    cover.put(spelt);
    types.putIfAbsent(brief, EntityType.ORGANISATION);
  }

  /**
   * The shortest run of words before the bracket that begins with a capital and has the short
   * form's letters.
   */
  private static @Nullable Span spelt(String text, List<Token> tokens, int bracket, String brief) {
    boolean body = false;
    for (int i = bracket - 1; i >= 0 && i >= bracket - LONGEST_NAME; i--) {
      Token t = tokens.get(i);
      if (!Words.isWord(t.text())) {
        if (",-&'’".contains(t.text()) || t.text().equals("'s")) continue;
        return null;
      }
      body |= Words.isCapitalised(t.text()) && WordClass.ORGANISATION_NOUNS.has(t.text());
      if (!Words.isCapitalised(t.text()) || i == bracket - 1) continue;
      String name = text.substring(t.start(), tokens.get(bracket - 1).end());
      if (body
          && initials(name) >= Math.min(brief.length(), 3) - 1
          && Acronym.isShortFor(brief, name)
          && spells(brief, name)) {
        return new Span(t.start(), tokens.get(bracket - 1).end(), EntityType.ORGANISATION);
      }
    }
    return null;
  }

  /** Every capital of the short form begins a word of the name. */
  private static boolean spells(String brief, String name) {
    int at = 0;
    String[] words = name.split("[\\s-]+");
    for (int i = 0; i < brief.length(); i++) {
      if (!Character.isUpperCase(brief.charAt(i))) continue;
      while (at < words.length && !words[at].regionMatches(true, 0, brief, i, 1)) at++;
      if (at++ >= words.length) return false;
    }
    return true;
  }

  private static int initials(String name) {
    int n = 0;
    for (String word : name.split("[\\s-]+")) if (Words.isCapitalised(word)) n++;
    return n;
  }

  private static void replace(Span span, Cover cover) {
    Span there = cover.startingAt(span.start());
    if (there == null) cover.add(span);
    else if (there.end() == span.end() && there.type() != span.type()) cover.put(span);
  }
}
