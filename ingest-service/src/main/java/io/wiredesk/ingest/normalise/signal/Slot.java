package io.wiredesk.ingest.normalise.signal;

/**
 * A piece of an item in which agencies write their conventions, and nothing else is searched.
 * Immutable.
 */
record Slot(Place place, String text) {

  /** Where it stood; the name is shown to people. */
  enum Place {
    HEADLINE,
    SLUGLINE,
    NOTE,
    KEYWORD,
    FIRST_LINE
  }
}
