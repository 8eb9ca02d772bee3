package io.wiredesk.enrich.entity.rules;

import io.wiredesk.schemas.EntityType;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Within an article a name nearly always means one sort of thing: a clear majority carries the
 * rest. Stateless.
 */
final class OneNameOneType implements Rule {
  @Override
  public List<Span> apply(Article article, List<Span> spans) {
    Map<String, Map<EntityType, Integer>> counts = new HashMap<>();
    for (Span span : spans) {
      counts
          .computeIfAbsent(span.in(article.text()), n -> new EnumMap<>(EntityType.class))
          .merge(span.type(), 1, Integer::sum);
    }
    return spans.stream()
        .map(s -> s.as(majority(s, counts.getOrDefault(s.in(article.text()), Map.of()))))
        .toList();
  }

  private static EntityType majority(Span span, Map<EntityType, Integer> counts) {
    int total = counts.values().stream().mapToInt(n -> n).sum();
    for (Map.Entry<EntityType, Integer> e : counts.entrySet()) {
      if (e.getValue() * 3 >= total * 2) return e.getKey();
    }
    return span.type();
  }
}
