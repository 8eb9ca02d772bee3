package io.wiredesk.enrich.entity;

/** A stretch of a text: UTF-16 offsets, end exclusive. */
public record TextRange(int start, int end) {
  public TextRange {
    if (start < 0 || end < start)
      throw new IllegalArgumentException("no range: " + start + "–" + end);
  }
}
