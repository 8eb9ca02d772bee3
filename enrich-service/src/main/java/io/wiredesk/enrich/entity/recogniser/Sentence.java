package io.wiredesk.enrich.entity.recogniser;

import java.util.List;

/**
 * A sentence as read: its words in order, and the names the model sees in it. Offsets are into the
 * document's text.
 */
public record Sentence(List<Token> tokens, List<Name> names) {

  /** A word: form as it stands, part of speech (Penn tags). UTF-16 offsets, end exclusive. */
  public record Token(String text, int start, int end, String tag) {}

  /** A name: OntoNotes type, first token, one past the last token. */
  public record Name(String type, int from, int to) {}

  public Sentence {
    tokens = List.copyOf(tokens);
    names = List.copyOf(names);
  }
}
