package io.wiredesk.cli.tool;

import io.wiredesk.publish.query.NewsQuery;
import io.wiredesk.publish.query.QueryRefused;
import io.wiredesk.publish.query.QueryUse;
import io.wiredesk.runtime.SettingsException;

/** A query from the command line. Stateless. */
public final class AskedQuery {

  private AskedQuery() {}

  /**
   * Reads it.
   *
   * @throws SettingsException where it cannot be run
   */
  public static NewsQuery read(String text, QueryUse use) {
    try {
      return NewsQuery.read(text, use);
    } catch (QueryRefused e) {
      throw new SettingsException("This query cannot be run: " + e.getMessage());
    }
  }

  /** A line that says how it is understood. */
  public static String asRead(NewsQuery query) {
    return Plain.line("Read as: " + query.asRead());
  }
}
