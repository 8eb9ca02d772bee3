package io.wiredesk.enrich.entity.rules;

import io.wiredesk.schemas.EntityType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who is called Mr, Ms or Dr is a person, here and wherever the same single word is named.
 * Stateless.
 */
final class TitledPersons implements Rule {
  @Override
  public List<Span> apply(Article article, List<Span> spans) {
    Set<String> people = new HashSet<>();
    for (Span span : spans) {
      if (WordClass.CIVIL_TITLES.has(article.wordBefore(span))) people.add(span.in(article.text()));
    }
    if (people.isEmpty()) return spans;
    return spans.stream()
        .map(s -> people.contains(s.in(article.text())) ? s.as(EntityType.PERSON) : s)
        .toList();
  }
}
