package io.wiredesk.wire.parse;

/**
 * White space of ASCII, as {@code \s} of a pattern: space, tab, line ends, form feed. Stateless.
 */
public final class AsciiSpace {

  private AsciiSpace() {}

  public static boolean is(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
