package io.wiredesk.enrich.entity.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

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

  List<Span> inTextOrder() {
    spans.sort(Span.IN_TEXT_ORDER);
    return List.copyOf(spans);
  }
}
