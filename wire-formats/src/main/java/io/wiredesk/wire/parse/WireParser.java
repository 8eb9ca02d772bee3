package io.wiredesk.wire.parse;

/** Reads one wire format. Stateless and safe to share between threads. */
@FunctionalInterface
public interface WireParser {
  /**
   * Every item in the bytes, in wire order, or the reason why there is none. Bad input is a {@link
   * Parsed.Rejected}, never an exception; time and memory grow linearly with the input.
   */
  Parsed parse(WireInput input);
}
