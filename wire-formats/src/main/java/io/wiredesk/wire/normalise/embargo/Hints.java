package io.wiredesk.wire.normalise.embargo;

import java.util.List;

/** Whether a line of the copy is worth a closer look. Stateless. */
final class Hints {

  private static final List<String> STEMS =
      List.of("embarg", "sperr", "gesperrt", "release", "publi", "klausul", "эмбарго", "ембарго");

  private Hints() {}

  static boolean in(String line) {
    String key = Fold.key(line);
    return STEMS.stream().anyMatch(key::contains);
  }
}
