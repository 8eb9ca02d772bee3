package io.wiredesk.enrich.entity.multilingual;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * First names and surnames of sixty countries. A name here proves nothing alone: many are words or
 * places as well. Immutable.
 */
final class PersonNames {
  private final Set<String> first;
  private final Set<String> last;

  private PersonNames(Set<String> first, Set<String> last) {
    this.first = Set.copyOf(first);
    this.last = Set.copyOf(last);
  }

  static PersonNames load() {
    Set<String> first = new HashSet<>(Resources.lines("first-names.txt.gz"));
    for (String line : Resources.lines("first-names-more.txt"))
      first.addAll(List.of(line.split(" ")));
    Set<String> last = new HashSet<>(Resources.lines("surnames.txt.gz"));
    return new PersonNames(first, last);
  }

  /** As first name, also of two: Karl-Heinz. */
  boolean isFirst(String lower) {
    if (first.contains(lower)) return true;
    int dash = lower.indexOf('-');
    return dash > 0
        && first.contains(lower.substring(0, dash))
        && first.contains(lower.substring(dash + 1));
  }

  boolean isSurname(String lower) {
    return last.contains(lower);
  }
}
