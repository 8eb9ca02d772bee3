package io.wiredesk.ingest.intake;

import io.wiredesk.schemas.Transport;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How some bytes arrived.
 *
 * @param feed name of the line: letters, digits, dot, hyphen, underscore, at most 100
 * @param transport the way in
 * @param sourceName file name, URL or message id; null where none
 * @param contentType as the sender stated it; null where none
 * @param headers of the transport that are worth keeping, lower-case names
 */
public record Delivery(
    String feed,
    Transport transport,
    @Nullable String sourceName,
    @Nullable String contentType,
    Map<String, String> headers) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  public Delivery {
    if (!isFeedName(feed)) {
      throw new IllegalArgumentException("not a feed name: " + feed);
    }
    headers = Map.copyOf(headers);
  }

  /** A delivery without headers. */
  public Delivery(
      String feed, Transport transport, @Nullable String sourceName, @Nullable String contentType) {
    this(feed, transport, sourceName, contentType, Map.of());
  }

  /** True for a name that a feed can have. */
  public static boolean isFeedName(String name) {
    return NAME.matcher(name).matches();
  }
}
