package io.wiredesk.runtime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * W3C trace context of a record, {@code 00-<trace>-<parent>-01}. It follows from what came in
 * (feed, bytes, instant), so that what is released hours later from a store, or written a second
 * time, is of the trace that it was of. Stateless.
 */
final class TraceParent {

  static final String HEADER = "traceparent";

  private static final int TRACE_BYTES = 16;
  private static final int PARENT_BYTES = 8;
  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  private TraceParent() {}

  /** True where the headers have one that is well-formed. */
  static boolean isIn(Headers headers) {
    Header header = headers.lastHeader(HEADER);
    return header != null
        && header.value() != null
        && FORM.matcher(new String(header.value(), StandardCharsets.US_ASCII)).matches();
  }

  static String of(String feed, String bytes, Instant received) {
    MessageDigest digest = sha256();
    digest.update(feed.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(bytes.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    byte[] hash =
        digest.digest(Long.toString(received.toEpochMilli()).getBytes(StandardCharsets.US_ASCII));
    HexFormat hex = HexFormat.of();
    return "00-"
        + hex.formatHex(hash, 0, TRACE_BYTES)
        + "-"
        + hex.formatHex(hash, TRACE_BYTES, TRACE_BYTES + PARENT_BYTES)
        + "-01";
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
