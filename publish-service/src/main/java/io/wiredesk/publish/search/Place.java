package io.wiredesk.publish.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list of results, that stays where it is while newer items arrive. Immutable.
 *
 * @param score of the result it stands behind, null where results are ordered by time
 * @param releasedAt of that result, milliseconds
 * @param uri of that result
 */
public record Place(@Nullable Float score, long releasedAt, String uri) {

  /**
   * Reads what {@link #toString} wrote.
   *
   * @return empty where it is not such a text
   */
  public static Optional<Place> parse(String text) {
    String[] parts = text.split("\\.", 3);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      Float score =
          parts[0].isEmpty()
              ? null
              : Float.valueOf(Float.intBitsToFloat(Integer.parseInt(parts[0], 16)));
      byte[] uri = Base64.getUrlDecoder().decode(parts[2]);
      long time = Long.parseLong(parts[1]);
      return Optional.of(new Place(score, time, new String(uri, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) { // not ours
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return (score == null ? "" : Integer.toHexString(Float.floatToIntBits(score)))
        + "."
        + releasedAt
        + "."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(uri.getBytes(StandardCharsets.UTF_8));
  }

  /** The same for an index of so many documents. */
  FieldDoc doc(int documents) {
    int last = Math.max(0, documents - 1); // whatever stands at this very place is behind us
    BytesRef name = new BytesRef(uri);
    return score == null
        ? new FieldDoc(last, Float.NaN, new Object[] {releasedAt, name})
        : new FieldDoc(last, score, new Object[] {score, releasedAt, name});
  }

  static Place of(FieldDoc doc) {
    Object[] values = doc.fields;
    int first = values.length - 2;
    return new Place(
        first == 0 ? null : (Float) values[0],
        (Long) values[first],
        ((BytesRef) values[first + 1]).utf8ToString());
  }
}
