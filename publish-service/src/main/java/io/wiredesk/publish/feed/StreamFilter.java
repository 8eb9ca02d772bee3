package io.wiredesk.publish.feed;

import io.wiredesk.publish.index.Shown;
import io.wiredesk.publish.query.NewsQuery;
import io.wiredesk.publish.search.SearchIndex;
import io.wiredesk.schemas.PublicState;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one reader of the stream wants, and how it is told: items by the search index, so that a
 * stream and a search give the same answer. What is taken back is told to every reader that may
 * have it, whatever its query: notices have no words. Immutable.
 */
public final class StreamFilter {

  private final SearchIndex search;
  private final @Nullable NewsQuery query;
  private final Set<String> desks;
  private final boolean marks;

  /**
   * A filter.
   *
   * @param query what items must match; null: all do
   * @param desks of which an item must be on one; empty: none needs to be
   * @param marks true for what people set on items as well
   */
  public StreamFilter(
      SearchIndex search, @Nullable NewsQuery query, Set<String> desks, boolean marks) {
    this.search = search;
    this.query = query;
    this.desks = Set.copyOf(desks);
    this.marks = marks;
  }

  /** True where marks of people are told as well. */
  boolean wantsMarks() {
    return marks;
  }

  /**
   * The event for a state that is current; empty where it is nothing to this reader. An item that
   * was revised and is not wanted is told as {@code left}, without copy: its reader may have it.
   */
  String event(Shown shown) {
    boolean onDesk = desks.isEmpty() || !Collections.disjoint(desks, shown.facets().desks());
    if (shown.state() != PublicState.PUBLISHED) {
      return onDesk ? told(shown) : "";
    }
    if (onDesk && (query == null || search.now().matches(query, shown.uri()))) {
      return told(shown);
    }
    return shown.sequence() > 1 ? left(shown) : "";
  }

  private static String told(Shown shown) {
    return "event: "
        + shown.state().name().toLowerCase(Locale.ROOT)
        + "\ndata: "
        + shown.json().texts().together()
        + "\n\n";
  }

  private static String left(Shown shown) {
    String data =
        new ItemJson()
            .write(
                new java.util.TreeMap<>(
                    java.util.Map.of("uri", shown.uri(), "sequence", shown.sequence())));
    return "event: left\ndata: " + data + "\n\n";
  }
}
