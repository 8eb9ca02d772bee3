package io.wiredesk.runtime;

import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.Stage;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes the dead letters of one stage: what failed, why, and the bytes. Immutable.
 *
 * @param stage the stage that gives up
 * @param clock for {@code failedAt}
 * @param serviceVersion version of the service
 */
public record DeadLetters(Stage stage, Clock clock, String serviceVersion) {

  /**
   * Most bytes that a dead letter carries; what is longer is cut and marked so, and stays whole at
   * its origin.
   */
  public static final int PAYLOAD_LIMIT = 10 * 1024 * 1024;

  /**
   * Header of a raw record that is sent again from a dead letter, and of the HTTP push that sends
   * it: the letter's id. Such bytes are parsed again though they were here before, once a letter.
   */
  public static final String REDRIVE_HEADER = "wiredesk-redrive";

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,249}-\\d{1,9}-\\d{1,18}");

  /** True for the id of a dead letter: topic, partition and offset with hyphens between. */
  public static boolean isId(@Nullable String text) {
    return text != null && ID.matcher(text).matches();
  }

  /**
   * Where the record that failed lies.
   *
   * @param topic null where it never got onto one
   */
  public record Origin(@Nullable String topic, int partition, long offset) {
    /** Not from a topic. */
    public static final Origin NONE = new Origin(null, -1, -1);
  }

  /**
   * A dead letter.
   *
   * @param reason constant to count by, e.g. MALFORMED
   * @param message one sentence
   * @param payload the bytes, whole
   */
  public DeadLetter of(String reason, String message, Origin origin, byte[] payload) {
    boolean truncated = payload.length > PAYLOAD_LIMIT;
    return DeadLetter.newBuilder()
        .setStage(stage)
        .setReason(reason)
        .setMessage(message)
        .setOriginTopic(origin.topic())
        .setOriginPartition(origin.partition())
        .setOriginOffset(origin.offset())
        .setFailedAt(clock.instant())
        .setPayload(
            truncated ? ByteBuffer.wrap(payload, 0, PAYLOAD_LIMIT) : ByteBuffer.wrap(payload))
        .setTruncated(truncated)
        .setSize(payload.length)
        .setSha256(sha256(payload))
        .setServiceVersion(serviceVersion)
        .build();
  }

  /** SHA-256, lower-case hexadecimal. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
