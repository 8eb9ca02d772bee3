package io.wiredesk.enrich.entity.multilingual;

import io.wiredesk.enrich.entity.multilingual.Marks.Evidence;
import io.wiredesk.enrich.entity.rules.KnownNames;
import io.wiredesk.enrich.entity.rules.Span;
import io.wiredesk.schemas.EntityType;

/** Bodies and newsmakers of the tables. Safe to share between threads. */
final class ByTables implements Step {
  private final KnownNames names;

  ByTables(KnownNames names) {
    this.names = names;
  }

  @Override
  public void mark(Copy copy, Marks marks) {
    int at = 0;
    for (Span span : names.find(copy.text, 0, copy.text.length(), copy.language.tag())) {
      if (span.type() == EntityType.LOCATION) continue;
      while (at < copy.size() && copy.at(at).start() < span.start()) at++;
      int end = at;
      while (end < copy.size() && copy.at(end).end() <= span.end()) end++;
      boolean exact = end > at && copy.at(at).start() == span.start();
      if (exact) marks.add(at, end, span.type(), Evidence.SURE);
    }
  }
}
