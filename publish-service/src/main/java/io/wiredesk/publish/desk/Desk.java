package io.wiredesk.publish.desk;

import java.util.List;

/**
 * A desk as the file describes it. Immutable.
 *
 * @param name of its topic, after the prefix
 * @param title for people
 * @param queries an item of the desk matches one of them; never empty
 */
public record Desk(String name, String title, List<Query> queries) {

  public Desk {
    queries = List.copyOf(queries);
  }

  /**
   * A query in Lucene syntax.
   *
   * @param line of the file, from 1
   */
  public record Query(String text, int line) {}
}
