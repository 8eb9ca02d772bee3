package io.wiredesk.enrich.entity.rules;

import java.util.ArrayList;
import java.util.List;

/** "Dhaka/Chattogram" and "REUTERS/Jane Doe" are two names; a hyphen joins one. Stateless. */
final class SplitBylines implements Rule {
  @Override
  public List<Span> apply(Article article, List<Span> spans) {
    List<Span> out = new ArrayList<>(spans.size());
    for (Span span : spans) {
      int from = span.start();
      for (int i = from; i <= span.end(); i++) {
        if (i == span.end() || article.text().charAt(i) == '/') {
          if (i > from) out.add(new Span(from, i, span.type()));
          from = i + 1;
        }
      }
    }
    return out;
  }
}
