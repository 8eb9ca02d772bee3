package io.wiredesk.publish.index;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The two JSON objects that tell an item, compressed: the ninjs object and Wiredesk's own. Twenty
 * thousand of them fit into some two hundred megabytes. Immutable.
 */
public final class PackedJson {

  private static final char BETWEEN = '\n';
  private final byte[] packed;
  private final int size;

  /** Packs; neither text may hold a line break, as JSON without indentation never does. */
  public PackedJson(String item, String wiredesk) {
    byte[] plain = (item + BETWEEN + wiredesk).getBytes(StandardCharsets.UTF_8);
    this.size = plain.length;
    this.packed = deflate(plain);
  }

  /**
   * As it was packed before.
   *
   * @param packed what {@link #bytes} gave
   * @param size what {@link #size} gave
   */
  public PackedJson(byte[] packed, int size) {
    this.packed = packed.clone();
    this.size = size;
  }

  /** Packed, to be kept elsewhere. */
  public byte[] bytes() {
    return packed.clone();
  }

  /** Bytes of the plain texts. */
  public int size() {
    return size;
  }

  /**
   * The two objects.
   *
   * @param item valid against ninjs 3.1
   * @param wiredesk what ninjs has no place for
   */
  public record Texts(String item, String wiredesk) {
    /** Both as one object. */
    public String together() {
      return "{\"item\":" + item + ",\"wiredesk\":" + wiredesk + "}";
    }
  }

  /** Unpacks. */
  public Texts texts() {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      byte[] plain = new byte[size];
      int done = 0;
      while (done < size) {
        int read = inflater.inflate(plain, done, size - done);
        if (read == 0) {
          throw new IllegalStateException("packed JSON ends early");
        }
        done += read;
      }
      String text = new String(plain, StandardCharsets.UTF_8);
      int between = text.indexOf(BETWEEN);
      return new Texts(text.substring(0, between), text.substring(between + 1));
    } catch (DataFormatException e) {
      throw new IllegalStateException(e);
    } finally {
      inflater.end();
    }
  }

  private static byte[] deflate(byte[] plain) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(plain);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 2 + 64);
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }
}
