package io.wiredesk.publish.webhook;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures of Standard Webhooks: {@code v1,} and HMAC-SHA256 in base64. Stateless. */
final class WebhookSignature {

  private static final String PREFIX = "whsec_";
  private static final int SHORTEST = 24;
  private static final int LONGEST = 64;

  private WebhookSignature() {}

  /**
   * The key of a secret as Standard Webhooks writes it: {@code whsec_} and 24 to 64 bytes in
   * base64.
   *
   * @throws IllegalArgumentException in a phrase that goes on from the name of the variable
   */
  static byte[] key(String secret) {
    if (!secret.startsWith(PREFIX)) {
      throw new IllegalArgumentException("must hold whsec_ and 24 to 64 bytes in base64.");
    }
    byte[] key;
    try {
      key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("has no base64 behind whsec_.", e);
    }
    if (key.length < SHORTEST || key.length > LONGEST) {
      throw new IllegalArgumentException(
          "has " + key.length + " bytes behind whsec_; 24 to 64 are asked for.");
    }
    return key;
  }

  /** Value of {@code webhook-signature}: one signature a key, with spaces between. */
  static String of(List<byte[]> keys, String id, Instant sent, byte[] body) {
    return keys.stream()
        .map(key -> "v1," + sign(key, id, sent, body))
        .collect(Collectors.joining(" "));
  }

  private static String sign(byte[] key, String id, Instant sent, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((id + "." + sent.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
