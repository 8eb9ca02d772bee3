package io.wiredesk.wire.parse.xml;

import io.wiredesk.wire.parse.NameBits;
import java.util.List;

/**
 * What the nodes of a document share: where its lines begin, and which names its elements have, in
 * a table that may take one name for another, so that most names that no element has need no walk
 * through the tree. Filled while the tree is built, then read-only.
 */
final class DocumentFacts {

  private static final int EXPONENT = 10;

  private final LineNumbers lines;
  private final boolean[] names = new boolean[1 << EXPONENT];

  DocumentFacts(LineNumbers lines) {
    this.lines = lines;
  }

  LineNumbers lines() {
    return lines;
  }

  void addName(String name) {
    names[NameBits.slot(name, EXPONENT)] = true;
  }

  /** False only where no element has one of the names. */
  boolean mayHaveOne(List<String> some) {
    for (String name : some) {
      if (mayHave(name)) {
        return true;
      }
    }
    return false;
  }

  /** False only where no element has the name. */
  boolean mayHave(String name) {
    return names[NameBits.slot(name, EXPONENT)];
  }
}
