package io.wiredesk.publish.query;

/** What a query is read for. */
public enum QueryUse {
  /** Asked of what is public already: search, feeds, {@code tail}, {@code desk try}. */
  LOOKING_BACK,
  /** Asked of every item as it becomes public: desks, streams, webhooks. Times are refused. */
  STANDING
}
