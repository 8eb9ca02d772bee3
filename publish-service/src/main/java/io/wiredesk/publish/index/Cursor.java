package io.wiredesk.publish.index;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A place in the list of items that stays where it is while newer items arrive. Means the same on
 * every instance. Immutable.
 *
 * @param releasedAt release of the item it stands behind
 * @param uri that item
 */
public record Cursor(Instant releasedAt, String uri) {

  /**
   * Reads what {@link #toString} wrote.
   *
   * @return empty where it is not such a text
   */
  public static Optional<Cursor> parse(String text) {
    int dot = text.indexOf('.');
    try {
      Instant releasedAt =
          Instant.ofEpochMilli(Long.parseLong(text.substring(0, Math.max(0, dot))));
      byte[] uri = Base64.getUrlDecoder().decode(text.substring(dot + 1));
      return Optional.of(new Cursor(releasedAt, new String(uri, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException | DateTimeException e) { // not ours
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return releasedAt.toEpochMilli()
        + "."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(uri.getBytes(StandardCharsets.UTF_8));
  }
}
