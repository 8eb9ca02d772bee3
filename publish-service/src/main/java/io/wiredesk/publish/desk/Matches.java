package io.wiredesk.publish.desk;

import java.util.Set;
import java.util.SortedMap;

/**
 * Which desks an item matches, by the desks of one moment. Immutable.
 *
 * @param queries of each desk that it matches the first query that does, by name of the desk
 * @param undecided desks of which it cannot be told now: their queries are not known or failed
 * @param known false where the file could not be read: there may be desks of which nothing is known
 * @param names all desks that are known
 */
public record Matches(
    SortedMap<String, String> queries, Set<String> undecided, boolean known, Set<String> names) {

  /** True where the item may or may not match the desk: it stays where it is. */
  boolean isUndecided(String desk) {
    return undecided.contains(desk) || (!known && !names.contains(desk));
  }

  /** True where the file no longer has the desk. */
  boolean isRemoved(String desk) {
    return known && !names.contains(desk);
  }
}
