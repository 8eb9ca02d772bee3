package io.wiredesk.ingest.poll;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a polled server says. */
public sealed interface HttpAnswer {

  /**
   * A body.
   *
   * @param cut why it is known to have broken off; null where it is whole
   * @param url where it came from after redirects
   * @param etag validator for the next request; null: none
   * @param lastModified validator for the next request; null: none that can be relied on
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes are passed on, never compared
  record Body(
      byte[] bytes,
      @Nullable String cut,
      String url,
      @Nullable String contentType,
      @Nullable String etag,
      @Nullable String lastModified)
      implements HttpAnswer {}

  /** Nothing new: 304, or 204. */
  record Unchanged() implements HttpAnswer {}

  /**
   * The body is larger than an item may be.
   *
   * @param head its beginning
   * @param size bytes as the server states them, or those read
   */
  @SuppressWarnings("ArrayRecordComponent")
  record TooLarge(byte[] head, long size, String url) implements HttpAnswer {}

  /**
   * The server cannot or will not.
   *
   * @param retryAfter how long it asks to be left alone; null where it does not say
   */
  record Refused(String reason, @Nullable Duration retryAfter) implements HttpAnswer {}
}
