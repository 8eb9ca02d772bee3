package io.wiredesk.enrich.entity.rules;

import java.util.List;

/**
 * One step from what the recogniser saw to what the article names. Gets and gives spans in text
 * order that do not overlap. Pure: same article and spans, same result.
 */
@FunctionalInterface
interface Rule {
  List<Span> apply(Article article, List<Span> spans);
}
