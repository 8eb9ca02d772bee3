package io.wiredesk.enrich.entity.rules;

import io.wiredesk.schemas.EntityType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Spans that are being collected, never overlapping. One thread. */
final class Cover {
  private final BitSet taken = new BitSet();
  private final List<Span> spans = new ArrayList<>();

  static Cover of(List<Span> spans) {
    Cover cover = new Cover();
    spans.forEach(cover::add);
    return cover;
  }

  boolean isFree(int start, int end) {
    int next = taken.nextSetBit(start);
    return next < 0 || next >= end;
  }

  /**
   * True where the larger span meets no person but the one that it is to replace, and cuts nothing
   * in two.
   */
  boolean mayGrow(Span old, Span larger) {
    if (!spans.contains(old)) return false;
    for (Span s : spans) {
      if (s.equals(old) || !s.overlaps(larger)) continue;
      if (s.type() == EntityType.PERSON || s.start() < larger.start() || s.end() > larger.end())
        return false;
    }
    return true;
  }

  /** Adds the span unless it overlaps one that is there. */
  void add(Span span) {
    if (!isFree(span.start(), span.end())) return;
    taken.set(span.start(), span.end());
    spans.add(span);
  }

  /** Adds the span in place of all that it overlaps. */
  void put(Span span) {
    spans.removeIf(
        s -> {
          boolean gone = s.overlaps(span);
          if (gone) taken.clear(s.start(), s.end());
          return gone;
        });
    add(span);
  }

  @Nullable Span startingAt(int start) {
    for (Span s : spans) if (s.start() == start) return s;
    return null;
  }

  @Nullable Span endingAt(int end) {
    for (Span s : spans) if (s.end() == end) return s;
    return null;
  }

  List<Span> inTextOrder() {
    spans.sort(Span.IN_TEXT_ORDER);
    return List.copyOf(spans);
  }
}
