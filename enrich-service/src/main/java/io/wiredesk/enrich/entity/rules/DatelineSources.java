package io.wiredesk.enrich.entity.rules;

import io.wiredesk.schemas.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The agency that stands in brackets in a dateline ("HARARE, June 3 (Reuters) -") says whose copy
 * this is, not what it is about. Stateless.
 */
final class DatelineSources implements Rule {
  private static final Pattern SIGN =
      Pattern.compile("(?m)^([^()\\n]{0,60})\\(([\\p{L}. /-]{2,25})\\)\\s*\\.?(?:-{1,2}|–|—)\\s");
  private static final Pattern DATED =
      Pattern.compile("\\s*|.*\\p{L}{3}\\.? \\d{1,2},?\\s*|[^\\p{Ll}]*\\p{Lu}{3}[^\\p{Ll}]*");

  @Override
  public List<Span> apply(Article article, List<Span> spans) {
    List<Span> out = new ArrayList<>(spans);
    Matcher m = SIGN.matcher(article.text());
    while (m.find()) {
      if (isDateline(m.group(1), m.start(1), spans)) {
        out.removeIf(Article.overlapping(m.start(2), m.end(2)));
      }
    }
    return out;
  }

  /** Nothing, a date, a place in capitals, or a place that opens the paragraph. */
  private static boolean isDateline(String before, int start, List<Span> spans) {
    int opening = start + before.length() - before.stripLeading().length();
    return DATED.matcher(before).matches()
        || spans.stream().anyMatch(s -> s.start() == opening && s.type() == EntityType.LOCATION);
  }
}
