package io.wiredesk.ingest.feeds;

import java.util.List;

/**
 * What a {@code feeds.yml} says. Immutable.
 *
 * @param readable false where the text is no YAML at all: then nothing is known of any feed
 * @param feeds entries that are right, in the file's order
 * @param wrong entries that are not
 */
public record FeedsDocument(boolean readable, List<FeedSpec> feeds, List<WrongFeed> wrong) {

  /** No feeds. */
  public static final FeedsDocument EMPTY = new FeedsDocument(true, List.of(), List.of());

  public FeedsDocument {
    feeds = List.copyOf(feeds);
    wrong = List.copyOf(wrong);
  }
}
