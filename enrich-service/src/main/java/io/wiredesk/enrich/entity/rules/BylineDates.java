package io.wiredesk.enrich.entity.rules;

import io.wiredesk.schemas.EntityType;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * "By Ann Lee Dec 7": a month before a number is the date, not part of the person's name.
 * Stateless.
 */
final class BylineDates implements Rule {
  private static final Pattern MONTH =
      Pattern.compile(
          " (?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
              + "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?$");

  @Override
  public List<Span> apply(Article article, List<Span> spans) {
    return spans.stream().map(span -> isDated(article, span) ? bare(article, span) : span).toList();
  }

  private static boolean isDated(Article article, Span span) {
    return span.type() == EntityType.PERSON
        && article.wordAfter(span).chars().limit(1).anyMatch(Character::isDigit);
  }

  private static Span bare(Article article, Span span) {
    Matcher month = MONTH.matcher(span.in(article.text()));
    return month.find()
        ? new Span(span.start(), span.start() + month.start(), EntityType.PERSON)
        : span;
  }
}
