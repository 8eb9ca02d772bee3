package io.wiredesk.enrich.entity.recogniser;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The words met lately, so that what follows from a word's spelling is worked out once and not at
 * each of its occurrences. A fixed number of places, two for each word; what a word is does not
 * depend on whether it was kept. Safe to share between threads.
 */
final class Lexemes {
  /** Some 3 KB each. */
  private static final int PLACES = 1 << 13;

  private final Lexica lexica;
  private final TagModel partsOfSpeech;
  private final TagModel names;
  private final AtomicReferenceArray<Lexeme> kept = new AtomicReferenceArray<>(PLACES);

  Lexemes(Lexica lexica, TagModel partsOfSpeech, TagModel names) {
    this.lexica = lexica;
    this.partsOfSpeech = partsOfSpeech;
    this.names = names;
  }

  Lexeme of(String text) {
    int hash = text.hashCode() * 0x9E3779B9;
    int first = hash >>> 19;
    Lexeme one = kept.get(first);
    if (one != null && one.text.equals(text)) return one;
    int second = first ^ 1;
    Lexeme other = kept.get(second);
    if (other != null && other.text.equals(text)) return other;
    Lexeme made = made(text);
    // the place of the two that it was not given last: a common word comes back soon
    kept.set(one == null || (hash >>> 3 & 1) == 0 ? first : second, made);
    return made;
  }

  private Lexeme made(String text) {
    Lexeme lexeme = new Lexeme(text, partsOfSpeech.labels());
    lexica.annotate(lexeme);
    lexeme.partOfSpeech = partsOfSpeech.ofWord(lexeme);
    lexeme.names = names.ofWord(lexeme);
    return lexeme;
  }
}
