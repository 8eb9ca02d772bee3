package io.wiredesk.enrich.entity.recogniser;

/**
 * A polynomial hash of text whose value for a concatenation follows from those of the parts, so
 * that a joined feature ("said_VBD") is looked up without being built. 64 bits: {@link ModelPacker}
 * refuses a model in which two keys meet. Stateless.
 */
final class TextHash {
  private static final long BASE = 0x9E3779B97F4A7C15L;
  private static final long TYPE = 0xD6E8FEB86659FD93L;
  private static final long[] POWERS = powers();

  private TextHash() {}

  private static long[] powers() {
    long[] p = new long[256];
    p[0] = 1;
    for (int i = 1; i < p.length; i++) p[i] = p[i - 1] * BASE;
    return p;
  }

  static long of(String s) {
    long h = 0;
    for (int i = 0; i < s.length(); i++) h = h * BASE + s.charAt(i) + 1;
    return h;
  }

  /** What a hash is multiplied by when {@code length} characters follow. */
  static long power(int length) {
    long p = 1;
    int left = length;
    for (; left >= POWERS.length; left -= POWERS.length - 1) p *= POWERS[POWERS.length - 1];
    return p * POWERS[left];
  }

  /** Hash of left + "_" + right. */
  static long join(long left, long right, long rightPower) {
    return (left * BASE + '_' + 1) * rightPower + right;
  }

  /** Table key, never 0, of a hash within a namespace. */
  static long key(int type, long hash) {
    long h = hash + (type + 1) * TYPE;
    h = (h ^ (h >>> 33)) * 0xFF51AFD7ED558CCDL;
    h = (h ^ (h >>> 33)) * 0xC4CEB9FE1A85EC53L;
    h ^= h >>> 33;
    return h == 0 ? 1 : h;
  }

  /** Hash of a path of words, one step further. */
  static long step(long path, long word) {
    return key(0x5A, path * 31 + word);
  }
}
