package io.wiredesk.publish.http;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import io.javalin.http.UnauthorizedResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/**
 * Who may give orders: with a key set, whoever knows it, as {@code Authorization: Bearer KEY};
 * without one, programs on this machine alone, and nobody where the service listens to others. A
 * web page that a browser of this machine happens to show may not: its request comes under another
 * host's name, or cannot be JSON. Immutable, thread-safe.
 */
public final class OrderAccess {

  private static final Pattern LOCAL =
      Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d+)?");
  private static final String BEARER = "bearer ";

  private final byte @Nullable [] key;
  private final boolean loopback;

  /**
   * The rule for one server.
   *
   * @param key the key, empty where none is set
   * @param host address that the server listens on
   */
  public OrderAccess(Password key, String host) {
    this.key = key.value().isEmpty() ? null : digest(key.value());
    this.loopback = isLoopback(host);
  }

  /**
   * Lets the request pass, or refuses it: 401 without a key, 403 with a wrong one or where orders
   * are switched off, 415 for anything but JSON.
   */
  public void require(Context ctx) {
    requireReader(ctx);
    if (!lower(ctx.contentType()).replaceAll(";.*", "").strip().equals("application/json")) {
      throw new HttpResponseException(
          415, "An order is JSON: send it as Content-Type: application/json.", Map.of());
    }
  }

  /** The same for a request that gives no order, but is told what only an editor may know. */
  void requireReader(Context ctx) {
    if (key != null) {
      requireKey(ctx, key);
    } else if (!loopback) {
      throw new ForbiddenResponse(
          "Orders are switched off: this service listens to other machines and has no key"
              + " (PUBLISH_ORDERS_KEY).");
    } else if (!LOCAL.matcher(lower(ctx.header("Host"))).matches()) {
      throw new ForbiddenResponse(
          "Without a key (PUBLISH_ORDERS_KEY) orders are taken under the name of this machine"
              + " alone, such as localhost.");
    }
  }

  private static void requireKey(Context ctx, byte[] key) {
    String given = ctx.header("Authorization");
    if (given == null || !lower(given).startsWith(BEARER)) {
      ctx.header("WWW-Authenticate", "Bearer realm=\"orders\"");
      throw new UnauthorizedResponse("Orders need a key: Authorization: Bearer KEY.");
    }
    // both are digests of one length, so that the time it takes says nothing
    if (!MessageDigest.isEqual(key, digest(given.substring(BEARER.length()).strip()))) {
      throw new ForbiddenResponse("This is not the key for orders.");
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false; // in doubt a key is needed
    }
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
