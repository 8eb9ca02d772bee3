package io.wiredesk.wire.charset;

/** What a wire's bytes begin with. Stateless. */
public final class FirstBytes {

  private FirstBytes() {}

  /** True where they begin with these, each 0–255. */
  public static boolean are(byte[] bytes, int... wanted) {
    if (bytes.length < wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if ((bytes[i] & 0xff) != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  /** True where they begin with the byte order mark as UTF-8 writes it. */
  public static boolean areUtf8Mark(byte[] bytes) {
    return are(bytes, 0xef, 0xbb, 0xbf);
  }
}
