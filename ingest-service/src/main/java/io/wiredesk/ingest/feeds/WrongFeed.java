package io.wiredesk.ingest.feeds;

/**
 * An entry that is refused.
 *
 * @param name of the feed; empty where it has none or the fault is not in an entry
 * @param line in the file, from 1
 * @param reason one sentence that says what to do
 */
public record WrongFeed(String name, int line, String reason) {

  @Override
  public String toString() {
    return "line " + line + (name.isEmpty() ? "" : " (" + name + ")") + ": " + reason;
  }
}
