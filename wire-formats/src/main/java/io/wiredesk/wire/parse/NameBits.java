package io.wiredesk.wire.parse;

/**
 * Names of elements or fields in a few bits, so that most of those that are asked for and are not
 * there need not be looked for. Stateless.
 */
public final class NameBits {

  private static final int GOLDEN = 0x9e3779b9;

  private NameBits() {}

  /** One of 64 bits; two names may share one. */
  public static long bit(String name) {
    return 1L << (name.hashCode() * GOLDEN >>> Integer.SIZE - 6);
  }

  /** One of so many places, a power of two as its exponent; two names may share one. */
  public static int slot(String name, int exponent) {
    return name.hashCode() * GOLDEN >>> Integer.SIZE - exponent;
  }
}
