package io.wiredesk.cli.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One generated wire.
 *
 * @param feed it comes over
 * @param bytes not to be changed
 * @param kind what it is to the pipeline
 */
record Wire(String feed, byte[] bytes, Kind kind) {

  /** What a wire is to the pipeline. */
  enum Kind {
    ITEM,
    ALERT,
    UPDATE,
    /** Is not published. */
    DUPLICATE
  }

  static Wire of(String feed, String text, Kind kind) {
    return new Wire(feed, text.getBytes(StandardCharsets.UTF_8), kind);
  }

  /** By which the item is known again on every topic: SHA-256 in lower-case hexadecimal. */
  String digest() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Java has SHA-256", e);
    }
  }
}
