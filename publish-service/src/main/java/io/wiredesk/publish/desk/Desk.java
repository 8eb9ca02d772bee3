package io.wiredesk.publish.desk;

import io.wiredesk.publish.query.NewsQuery;
import io.wiredesk.publish.query.QueryRefused;
import io.wiredesk.publish.query.QueryUse;
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
   * A query.
   *
   * @param line of the file, from 1
   */
  public record Query(String text, int line) {

    /**
     * The query as it is understood.
     *
     * @throws QueryRefused with a sentence that says why it cannot be run
     */
    public NewsQuery read() throws QueryRefused {
      return NewsQuery.read(text, QueryUse.STANDING);
    }
  }
}
