package io.wiredesk.registry;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;

/**
 * An Avro schema as the registry keeps it: its JSON and the schemas which that JSON names but does
 * not define. Immutable; two are equal when both parts are.
 *
 * @param text Avro schema in JSON
 * @param references registered schemas that {@code text} names, in the order given
 */
public record SchemaText(String text, List<SchemaReference> references) {
  public SchemaText {
    references = List.copyOf(references);
  }

  /**
   * A name for the schema that is the same in every registry: a UUID made of a digest of the text
   * and the references.
   */
  public String guid() {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    references.forEach(r -> digest.update(r.toString().getBytes(StandardCharsets.UTF_8)));
    ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
    return new UUID(bytes.getLong(), bytes.getLong()).toString();
  }

  /** A schema that stands by itself. */
  public static SchemaText of(String text) {
    return new SchemaText(text, List.of());
  }
}
