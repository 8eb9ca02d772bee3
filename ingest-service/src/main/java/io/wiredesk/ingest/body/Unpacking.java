package io.wiredesk.ingest.body;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.HttpResponseException;
import io.wiredesk.registry.door.ByteBudget;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code Content-Encoding} says of a body: nothing, or gzip, which is unpacked up to the limit
 * of an item and counted as it grows. Stateless.
 */
public final class Unpacking {

  private static final Set<String> PLAIN = Set.of("", "identity");
  private static final Set<String> GZIP = Set.of("gzip", "x-gzip");
  private static final int PIECE = 8192;

  private Unpacking() {}

  /**
   * Before the body is received.
   *
   * @throws HttpResponseException 415 for an encoding that is not unpacked here
   */
  public static void require(@Nullable String encoding) {
    if (!PLAIN.contains(name(encoding)) && !GZIP.contains(name(encoding))) {
      throw new HttpResponseException(
          415, "Of content encodings gzip is unpacked, and no other; nothing was taken.", Map.of());
    }
  }

  /**
   * Unpacks a whole body.
   *
   * @param limit bytes of the unpacked body
   * @param use gets the unpacked bytes, which count on the budget until it has returned
   * @throws HttpResponseException 400 where it is no gzip or breaks off, 413 over the limit, 429
   *     where the budget is used up
   */
  public static void unpack(
      @Nullable String encoding, byte[] body, int limit, ByteBudget budget, Consumer<byte[]> use) {
    if (PLAIN.contains(name(encoding)) || body.length == 0) {
      use.accept(body);
      return;
    }
    GrowingBody unpacked = new GrowingBody(budget, limit);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body), PIECE)) {
      byte[] piece = new byte[PIECE];
      for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
        unpacked.add(piece, count);
        if (unpacked.refusal() != null) {
          throw unpacked.refusal();
        }
      }
      use.accept(unpacked.content());
    } catch (IOException e) {
      throw new BadRequestResponse(
          "The body is called gzip and cannot be unpacked; nothing was taken.");
    } finally {
      unpacked.release();
    }
  }

  private static String name(@Nullable String encoding) {
    return encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
  }
}
