package io.wiredesk.ingest.body;

import io.javalin.http.HttpResponseException;
import io.wiredesk.registry.door.ByteBudget;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that come piece by piece, counted on a budget as they do. Over its limit, or over the
 * budget, it drops what it has and keeps counting. One thread at a time.
 */
final class GrowingBody {

  private static final int FIRST = 4096;

  private final ByteBudget budget;
  private final int limit;
  private final int most;
  private byte[] bytes = new byte[0];
  private int length;
  private long dropped;
  private @Nullable HttpResponseException refusal;

  /**
   * Of an unknown length.
   *
   * @param limit most bytes that are kept
   */
  GrowingBody(ByteBudget budget, int limit) {
    this(budget, limit, -1);
  }

  /**
   * Of a length that is announced; it takes no more room than that, and none before bytes come.
   *
   * @param announced less than 0 where it is not known
   */
  GrowingBody(ByteBudget budget, int limit, long announced) {
    this.budget = budget;
    this.limit = limit;
    this.most = announced < 0 ? limit : (int) Math.min(limit, announced);
    if (announced > limit) {
      refuse(tooLarge(limit));
    }
  }

  void add(byte[] piece, int count) {
    if (refusal == null && length + (long) count > limit) {
      refuse(tooLarge(limit));
    }
    if (refusal == null && length + count > bytes.length && !grow(length + count)) {
      refuse(new HttpResponseException(429, NO_MEMORY, Map.of()));
    }
    if (refusal != null) {
      dropped += count;
      return;
    }
    System.arraycopy(piece, 0, bytes, length, count);
    length += count;
  }

  /** Drops what has come and will: the answer is known, whatever else comes. */
  private void refuse(HttpResponseException why) {
    refusal = why;
    dropped += length;
    release();
  }

  /** Why nothing of it is kept; null while all is. */
  @Nullable HttpResponseException refusal() {
    return refusal;
  }

  /** Bytes that were not kept. */
  long dropped() {
    return dropped;
  }

  /** What has come. */
  byte[] content() {
    return bytes.length == length ? bytes : Arrays.copyOf(bytes, length);
  }

  /** Gives all that it took back to the budget. */
  void release() {
    budget.giveBack(bytes.length);
    bytes = new byte[0];
    length = 0;
  }

  private boolean grow(int least) {
    int size = Math.min(most, Math.max(Math.max(FIRST, least), bytes.length * 2));
    if (!budget.take(size - bytes.length)) {
      return false;
    }
    bytes = Arrays.copyOf(bytes, size);
    return true;
  }

  static HttpResponseException tooLarge(int limit) {
    return new HttpResponseException(
        413,
        "The body is larger than " + limit + " bytes (INGEST_ITEM_MAX_BYTES); nothing was taken.",
        Map.of());
  }

  static final String NO_MEMORY =
      "Too many bytes of pushes are in hand (INGEST_PUSH_MEMORY_BYTES); nothing was taken, send it"
          + " again.";
}
