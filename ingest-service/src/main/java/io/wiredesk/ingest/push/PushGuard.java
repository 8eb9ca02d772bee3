package io.wiredesk.ingest.push;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.wiredesk.ingest.feeds.FeedKind;
import io.wiredesk.ingest.feeds.FeedOption;
import io.wiredesk.ingest.feeds.FeedSpec;
import io.wiredesk.ingest.intake.PushDoor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets a push in as {@code feeds.yml} says: with the feed's key, with its signature, or, where the
 * file says nothing of keys, if the service is open. The operator's key opens every feed, so that
 * dead letters can be sent again. Keys are looked at before the body is read, and compared in
 * constant time. Thread-safe.
 */
public final class PushGuard implements PushDoor {

  private static final String BEARER = "Bearer ";

  private final Function<String, Optional<FeedSpec>> specs;
  private final Function<String, Optional<String>> closed;
  private final boolean open;
  private final String operatorKey;
  private final Signatures signatures;
  private final WrongKeys wrongKeys;

  /**
   * A guard.
   *
   * @param specs entries of the file by feed
   * @param closed why what the file says of a feed is not known
   * @param open lets pushes in to feeds of which the file has no key
   * @param operatorKey opens every feed; empty: none does
   * @param nonces of signed pushes
   */
  public PushGuard(
      Function<String, Optional<FeedSpec>> specs,
      Function<String, Optional<String>> closed,
      boolean open,
      String operatorKey,
      Nonces nonces) {
    this.specs = specs;
    this.closed = closed;
    this.open = open;
    this.operatorKey = operatorKey;
    this.signatures = new Signatures(nonces);
    this.wrongKeys = new WrongKeys(nonces::now);
  }

  @Override
  public Standing admit(Context ctx, String feed) {
    if (isOperator(ctx)) {
      return Standing.KEY;
    }
    Optional<FeedSpec> spec = specs.apply(feed);
    Optional<String> refusal = closed.apply(feed);
    if (refusal.isPresent()) {
      throw new HttpResponseException(
          503,
          "What feeds.yml says of feed "
              + feed
              + " is refused; nothing is taken until it is right.",
          Map.of());
    }
    if (spec.isPresent() && spec.get().paused()) {
      throw new HttpResponseException(
          503, "Feed " + feed + " is paused; nothing was taken.", Map.of());
    }
    String key = spec.map(s -> s.get(FeedOption.KEY)).orElse(null);
    if (key != null) {
      wrongKeys.counting(ctx, feed, () -> requireKey(ctx, feed, key));
      return Standing.KEY;
    }
    if (spec.isPresent() && secret(feed) != null) {
      wrongKeys.counting(ctx, feed, () -> signatures.require(ctx, spec.get()));
      return Standing.SIGNATURE;
    }
    if (!open) {
      String why =
          spec.isPresent() && spec.get().kind() != FeedKind.PUSH
              ? " is no push feed"
              : " is not a push feed with a key in feeds.yml";
      throw new HttpResponseException(
          403,
          "Feed " + feed + why + ", and this service takes no others (INGEST_PUSH_OPEN).",
          Map.of());
    }
    return spec.isPresent() ? Standing.ANYBODY : Standing.NAMELESS;
  }

  @Override
  public void check(Context ctx, String feed, byte[] body) {
    FeedSpec spec = specs.apply(feed).orElse(null);
    String secret = secret(feed);
    if (spec != null && secret != null && !isOperator(ctx)) {
      wrongKeys.counting(ctx, feed, () -> signatures.check(ctx, spec, secret, body));
    }
  }

  private @Nullable String secret(String feed) {
    return specs.apply(feed).map(spec -> spec.get(FeedOption.HMAC_SECRET)).orElse(null);
  }

  private boolean isOperator(Context ctx) {
    String given = given(ctx);
    return !operatorKey.isEmpty() && given != null && same(given, operatorKey);
  }

  private static void requireKey(Context ctx, String feed, String key) {
    String given = given(ctx);
    if (given == null) {
      throw new HttpResponseException(
          401,
          "Feed " + feed + " asks for its key: send Authorization: Bearer KEY, or X-Api-Key: KEY.",
          Map.of());
    }
    if (!same(given, key)) {
      throw new HttpResponseException(403, "That is not the key of feed " + feed + ".", Map.of());
    }
  }

  private static @Nullable String given(Context ctx) {
    String authorization = ctx.header("Authorization");
    if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return authorization.substring(BEARER.length()).strip();
    }
    String key = ctx.header("X-Api-Key");
    return key == null ? null : key.strip();
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
