package io.wiredesk.wire.parse.text;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Texts put together of pieces that matter to a reader. Stateless. */
final class Pieces {

  private Pieces() {}

  /** Up to so many of the pieces one behind the other. */
  static Arbitrary<String> joined(int most, String... pieces) {
    return Arbitraries.of(pieces).list().ofMaxSize(most).map(list -> String.join("", list));
  }
}
