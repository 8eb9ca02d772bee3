package io.wiredesk.enrich.entity.rules;

import io.wiredesk.schemas.EntityType;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Web addresses, handles and bare kinds of things ("the Ministry", "Covid-19") are no names,
 * whatever the recogniser makes of their capitals. Stateless.
 */
final class DropNonNames implements Rule {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "://|@|^www\\.|^#|\\.(?:html?|php|jpe?g|png|pdf)$|/.*/", Pattern.CASE_INSENSITIVE);

  @Override
  public List<Span> apply(Article article, List<Span> spans) {
    return spans.stream()
        .filter(s -> isName(s, s.in(article.text())) && !isPartOfOther(article, s))
        .toList();
  }

  /** "US $5" is an amount, "Education Minister" an office. */
  private static boolean isPartOfOther(Article article, Span span) {
    if (span.type() == EntityType.PERSON) return false;
    String next = article.wordAfter(span);
    if (span.type() == EntityType.LOCATION)
      return next.startsWith("$") && span.end() - span.start() < 4;
    return next.equals("Minister") || next.equals("Secretary");
  }

  private static boolean isName(Span span, String name) {
    if (ADDRESS.matcher(name).find()) return false;
    if (name.chars().noneMatch(Character::isLetter)) return false;
    if (span.type() == EntityType.PERSON)
      return !WordClass.TITLES.has(name) && !WordClass.JUNK.has(name);
    String bare = name.replace(" ", "");
    return !WordClass.PEOPLES.has(bare)
        && !WordClass.GENERIC.has(bare)
        && !WordClass.JUNK.has(bare);
  }
}
