package io.wiredesk.wire.parse.xml;

import org.jspecify.annotations.Nullable;

/**
 * Where an element stands, without what stands in it: kept for {@code parse --explain}, it does not
 * keep the document's tree. Safe to share.
 */
final class XmlPlace {

  private final @Nullable XmlPlace parent;
  private final String name;
  private final int offset;
  private final LineNumbers lines;
  private @Nullable String path;

  XmlPlace(@Nullable XmlPlace parent, String name, int offset, LineNumbers lines) {
    this.parent = parent;
    this.name = name;
    this.offset = offset;
    this.lines = lines;
  }

  /** Names from the root on, joined by "/". */
  String path() {
    String known = path;
    if (known == null) {
      known = parent == null ? name : parent.path() + "/" + name;
      path = known;
    }
    return known;
  }

  /** From 1. */
  int line() {
    return lines.of(offset);
  }
}
