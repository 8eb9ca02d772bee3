package io.wiredesk.ingest.push;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.wiredesk.ingest.feeds.FeedOption;
import io.wiredesk.ingest.feeds.FeedSpec;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA256 over timestamp, nonce and body, a line feed after each of the first two. A timestamp
 * counts within a window around now, a nonce once in it, across restarts too. Thread-safe.
 */
final class Signatures {

  static final String TIMESTAMP = "Wiredesk-Timestamp";
  static final String NONCE = "Wiredesk-Nonce";
  static final String SIGNATURE = "Wiredesk-Signature";

  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final Pattern NONCE_FORM = Pattern.compile("[\\x21-\\x7e]{8,128}");
  private static final Pattern TIMESTAMP_FORM = Pattern.compile("\\d{9,11}");
  private static final String ALGORITHM = "HmacSHA256";

  private final Nonces nonces;

  /** What the headers say. */
  record Signed(String timestamp, String nonce, String signature, Instant until) {}

  Signatures(Nonces nonces) {
    this.nonces = nonces;
  }

  /**
   * @throws HttpResponseException 401 where headers are missing or old, 403 where the signature is
   *     wrong or the nonce was used, 503 until the nonces from before the start are known
   */
  void check(Context ctx, FeedSpec spec, String secret, byte[] body) {
    Signed signed = require(ctx, spec);
    String given = signed.signature().strip().toLowerCase(Locale.ROOT).replaceFirst("^sha256=", "");
    String right = HexFormat.of().formatHex(mac(secret, signed.timestamp(), signed.nonce(), body));
    if (!MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8))) {
      throw new HttpResponseException(
          403, "The signature is not that of feed " + spec.name() + " over this body.", Map.of());
    }
    useOnce(spec, signed.nonce(), signed.until());
  }

  /**
   * What can be said before the body is there.
   *
   * @throws HttpResponseException 401 where headers are missing or old, 503 until the nonces from
   *     before the start are known
   */
  Signed require(Context ctx, FeedSpec spec) {
    if (!nonces.areKnown()) {
      ctx.header("Retry-After", "1");
      throw new HttpResponseException(
          503, "The service is starting; nothing was taken, sign anew and send it.", Map.of());
    }
    String timestamp = header(ctx, TIMESTAMP, TIMESTAMP_FORM, spec, "seconds since 1970");
    String nonce = header(ctx, NONCE, NONCE_FORM, spec, "8 to 128 signs, another each time");
    String signature = ctx.header(SIGNATURE);
    if (signature == null) {
      throw unsigned(spec, SIGNATURE + ": sha256=…");
    }
    Duration window = spec.time(FeedOption.WINDOW, WINDOW);
    Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
    if (Duration.between(sent, nonces.now()).abs().compareTo(window) > 0) {
      throw new HttpResponseException(
          401,
          TIMESTAMP + " is more than " + window.toSeconds() + " s away from the time here.",
          Map.of());
    }
    return new Signed(timestamp, nonce, signature, sent.plus(window));
  }

  private void useOnce(FeedSpec spec, String nonce, Instant until) {
    switch (nonces.use(spec.name(), nonce, until)) {
      case FIRST -> {}
      case AGAIN ->
          throw new HttpResponseException(403, "This nonce was used before: sign anew.", Map.of());
      case TOO_MANY ->
          throw new HttpResponseException(
              429, "Too many signed pushes at a time; try again.", Map.of());
    }
  }

  private static String header(
      Context ctx, String name, Pattern form, FeedSpec spec, String meaning) {
    @Nullable String value = ctx.header(name);
    if (value == null || !form.matcher(value.strip()).matches()) {
      throw unsigned(spec, name + ": " + meaning);
    }
    return value.strip();
  }

  private static HttpResponseException unsigned(FeedSpec spec, String wanted) {
    return new HttpResponseException(
        401,
        "Feed " + spec.name() + " takes signed pushes (docs/feeds.md): send " + wanted + ".",
        Map.of());
  }

  private static byte[] mac(String secret, String timestamp, String nonce, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((timestamp + "\n" + nonce + "\n").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
