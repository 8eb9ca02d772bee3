package io.wiredesk.cli.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import io.wiredesk.schemas.Enrichment;

/** Compares what is said of a document with its labels. One thread. */
interface Evaluation {

  /**
   * Takes one document.
   *
   * @param labelled the line of the file, with {@code text} and labels
   * @param said what enrichment says of it
   * @throws IllegalArgumentException where the labels are not as they are to be; the message says
   *     what is wrong
   */
  void add(JsonNode labelled, Enrichment said);

  /** What has come of all documents so far. */
  Score score();
}
