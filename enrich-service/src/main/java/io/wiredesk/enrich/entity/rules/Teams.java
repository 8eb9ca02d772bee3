package io.wiredesk.enrich.entity.rules;

import io.wiredesk.enrich.entity.gazetteer.Gazetteer;
import io.wiredesk.enrich.entity.gazetteer.Known;
import io.wiredesk.enrich.entity.gazetteer.Known.Kind;
import io.wiredesk.enrich.entity.recogniser.Sentence;
import io.wiredesk.enrich.entity.recogniser.Sentence.Token;
import io.wiredesk.schemas.EntityType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * In reports of matches a city's name beside a result or a word of winning is its club, and so is
 * what stands in brackets after the players of a line-up; countries stay countries, as their teams
 * are. Stateless.
 */
final class Teams implements Rule {
  private static final Pattern SCORE = Pattern.compile("\\d{1,3}[-–:]\\d{1,3}");
  private static final Set<String> CONTESTS =
      Set.of(
          "beat",
          "beats",
          "defeated",
          "defeats",
          "thrashed",
          "edged",
          "hosted",
          "hosts",
          "v",
          "vs",
          "drew",
          "visited");
  private static final int LINE_UP = 3;
  private static final int SCORES = 3;

  private final Gazetteer gazetteer;

  Teams(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  @Override
  public List<Span> apply(Article article, List<Span> spans) {
    boolean match = scores(article) >= SCORES;
    Map<Sentence, Integer> lineUps = lineUps(article, spans);
    List<Span> out = new ArrayList<>(spans.size());
    for (int i = 0; i < spans.size(); i++) {
      Span span = spans.get(i);
      boolean club = isLineUp(article, spans, i, lineUps) || match && isContestant(article, span);
      out.add(
          club && span.type() == EntityType.LOCATION && !isCountry(span.in(article.text()))
              ? span.as(EntityType.ORGANISATION)
              : span);
    }
    return out;
  }

  private static long scores(Article article) {
    return article.sentences().stream()
        .flatMap(s -> s.tokens().stream())
        .map(Token::text)
        .filter(t -> SCORE.matcher(t).matches())
        .count();
  }

  private static boolean isContestant(Article article, Span span) {
    String before = article.wordBefore(span);
    String after = article.wordAfter(span);
    return CONTESTS.contains(after) || CONTESTS.contains(before) || SCORE.matcher(after).matches();
  }

  /** Sentences with names in brackets after people, and how many. */
  private static Map<Sentence, Integer> lineUps(Article article, List<Span> spans) {
    Map<Sentence, Integer> counts = new IdentityHashMap<>();
    for (int i = 1; i < spans.size(); i++) {
      Sentence sentence = article.sentenceOf(spans.get(i));
      if (sentence != null && isBracketed(article.text(), spans.get(i - 1), spans.get(i)))
        counts.merge(sentence, 1, Integer::sum);
    }
    return counts;
  }

  private static boolean isLineUp(
      Article article, List<Span> spans, int at, Map<Sentence, Integer> lineUps) {
    if (at == 0 || !isBracketed(article.text(), spans.get(at - 1), spans.get(at))) return false;
    Sentence sentence = article.sentenceOf(spans.get(at));
    return sentence != null && lineUps.getOrDefault(sentence, 0) >= LINE_UP;
  }

  private static boolean isBracketed(String text, Span person, Span other) {
    return person.type() == EntityType.PERSON
        && other.start() - person.end() < 4
        && text.substring(person.end(), other.start()).trim().equals("(")
        && text.startsWith(")", other.end());
  }

  private boolean isCountry(String name) {
    List<Known> found = gazetteer.find(name);
    return !found.isEmpty()
        && (found.get(0).kind() == Kind.COUNTRY || found.get(0).kind() == Kind.REGION);
  }
}
