package io.wiredesk.registry.server;

import io.wiredesk.registry.RegistryException;
import io.wiredesk.registry.door.ByteBudget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads bodies of requests, no longer than a limit and, all that are in hand together, within a
 * budget. Safe for many threads.
 */
final class Bodies {

  static final int LARGEST_BYTES = 16 << 20;

  private static final int ALL_BYTES = 2 * LARGEST_BYTES;
  private static final int PIECE = 8192;

  private final ByteBudget budget = new ByteBudget(ALL_BYTES);

  /** A body that counts on the budget until it is closed. Immutable. */
  record Body(byte[] bytes, ByteBudget budget) implements AutoCloseable {
    @Override
    public void close() {
      budget.giveBack(bytes.length);
    }
  }

  /**
   * Reads one to its end.
   *
   * @throws RegistryException 413 over the limit, 429 over the budget
   */
  Body read(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    boolean whole = false;
    try {
      byte[] piece = new byte[PIECE];
      for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
        if (body.size() + count > LARGEST_BYTES) {
          throw new RegistryException(413, 413, "The request is larger than 16 MiB");
        }
        if (!budget.take(count)) {
          throw new RegistryException(429, 429, "Too many large requests at a time; try again");
        }
        body.write(piece, 0, count);
      }
      whole = true;
      return new Body(body.toByteArray(), budget);
    } finally {
      if (!whole) {
        budget.giveBack(body.size());
      }
    }
  }
}
