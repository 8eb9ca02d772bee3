package io.wiredesk.enrich.entity.recogniser;

/**
 * One token: its place, its word, and what the words around it make of it. Made and used by one
 * thread; the tags are filled in as the taggers go.
 */
final class Word {
  final String text;
  final int start;
  final int end;

  /** Filled in before the taggers go. */
  @SuppressWarnings("NullAway.Init")
  Lexeme lexeme;

  /** Bits of the gazetteer tags, in the order of {@link Lexica#GAZETTEER_TAGS}. */
  long gazetteer;

  /** Labels by the two models, -1 for none yet. */
  int tag = -1;

  int nameTag = -1;

  private final long[] hashes = new long[3];
  private final long[] powers = new long[3];

  @SuppressWarnings("NullAway.Init")
  Word(String text, int start, int end) {
    this.text = text;
    this.start = start;
    this.end = end;
  }

  /** Sets a property that depends on where the word stands: a tag or the lemma. */
  void set(Field field, long hash, long power) {
    hashes[own(field)] = hash;
    powers[own(field)] = power;
  }

  long hash(Field field) {
    int own = own(field);
    return own < 0 ? lexeme.hash(field.ordinal()) : hashes[own];
  }

  /** 0 where the token has no such property. */
  long power(Field field) {
    int own = own(field);
    return own < 0 ? lexeme.power(field.ordinal()) : powers[own];
  }

  private static int own(Field field) {
    return field.ofPlace;
  }
}
