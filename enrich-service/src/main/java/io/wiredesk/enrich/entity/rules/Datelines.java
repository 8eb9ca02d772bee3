package io.wiredesk.enrich.entity.rules;

import io.wiredesk.schemas.EntityType;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A paragraph that opens with a place in capitals and a dash or colon ("HARARE, June 3 (Reuters)
 * -") is dated from there, the more surely with an agency in brackets before the dash. Stateless.
 */
final class Datelines implements Rule {
  private static final Pattern DATELINE =
      Pattern.compile(
          "(?m)^\\s*(\\p{Lu}[\\p{Lu}.'’-]+(?: \\p{Lu}[\\p{Lu}.'’-]+){0,2})"
              + "(?:,[^()\\n]{1,40}?|(?: \\d{1,2} \\p{Lu}\\p{L}+)?)?\\s*(?:\\(([\\p{L}. /-]{2,25})\\)\\s*)?(?:-{1,2}|–|—|:)\\s");

  @Override
  public List<Span> apply(Article article, List<Span> spans) {
    Cover cover = Cover.of(spans);
    Matcher m = DATELINE.matcher(article.text());
    while (m.find()) {
      Span place = new Span(m.start(1), m.end(1), EntityType.LOCATION);
      boolean known = spans.contains(place);
      boolean agency = m.group(2) != null;
      if (article.sentenceOf(place) == null || !known && !agency) continue;
      cover.put(place);
    }
    return cover.inTextOrder();
  }
}
