package io.wiredesk.enrich.entity.rules;

import io.wiredesk.schemas.EntityType;
import java.util.Comparator;

/**
 * A stretch of the text that names something of a type: UTF-16 offsets into the text, end
 * exclusive.
 */
public record Span(int start, int end, EntityType type) {
  static final Comparator<Span> IN_TEXT_ORDER =
      Comparator.comparingInt(Span::start).thenComparingInt(Span::end);

  public Span {
    if (start < 0 || end <= start)
      throw new IllegalArgumentException("empty span " + start + "–" + end);
  }

  /** What it names, as it stands. */
  public String in(String text) {
    return text.substring(start, end);
  }

  boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  Span as(EntityType other) {
    return other == type ? this : new Span(start, end, other);
  }
}
