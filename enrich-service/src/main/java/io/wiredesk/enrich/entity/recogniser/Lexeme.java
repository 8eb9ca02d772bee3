package io.wiredesk.enrich.entity.recogniser;

import edu.emory.mathcs.nlp.common.util.StringUtils;
import org.jspecify.annotations.Nullable;

/**
 * All that follows from the spelling of a word, wherever it stands: what its features are made of,
 * and the sums of the weights that it has in each model. Filled by {@link Lexemes}, not changed
 * afterwards but for the lemmas, which each thread may find again; safe to share between threads.
 */
final class Lexeme {
  final String text;
  final String simplified;
  final String lower;

  /** Ids of ambiguity class and cluster set, -1 where the word is unknown. */
  int ambiguity = -1;

  int clusters = -1;

  /** True for a word that is a name first of all, or unknown. */
  boolean name;

  /** Codes of its spelling as sets of bits: at the beginning of a sentence, and elsewhere. */
  final int codesFirst;

  final int codesInside;

  /** Sums of the weights, window by window, of the model of parts of speech and that of names. */
  int[] partOfSpeech = {};

  int[] names = {};

  private final long[] hashes = new long[Field.SINGLE];
  private final long[] powers = new long[Field.SINGLE];
  private final @Nullable Lemma[] lemmas;

  /** A base form, as hash. */
  record Lemma(long hash, long power) {
    static Lemma of(String text) {
      return new Lemma(TextHash.of(text), TextHash.power(text.length()));
    }
  }

  /**
   * Not yet filled.
   *
   * @param tags parts of speech that there are
   */
  Lexeme(String text, int tags) {
    this.text = text;
    lemmas = new @Nullable Lemma[tags];
    simplified = StringUtils.toSimplifiedForm(text);
    lower = StringUtils.toLowerCase(simplified);
    codesFirst = Orthography.of(simplified, true);
    codesInside = Orthography.of(simplified, false);
    set(Field.FORM, simplified);
    set(Field.LOWER, lower);
    set(Field.SHAPE, StringUtils.getShape(simplified, 2));
    int n = lower.length();
    if (n > 2) set(Field.PREFIX_2, lower.substring(0, 2));
    if (n > 3) set(Field.PREFIX_3, lower.substring(0, 3));
    if (n > 1) set(Field.SUFFIX_1, lower.substring(n - 1));
    if (n > 2) set(Field.SUFFIX_2, lower.substring(n - 2));
    if (n > 3) set(Field.SUFFIX_3, lower.substring(n - 3));
    if (n > 4) set(Field.SUFFIX_4, lower.substring(n - 4));
  }

  void set(Field field, String value) {
    hashes[field.ordinal()] = TextHash.of(value);
    powers[field.ordinal()] = TextHash.power(value.length());
  }

  long hash(int field) {
    return hashes[field];
  }

  /** 0 where the word has no such property: a prefix longer than the word. */
  long power(int field) {
    return powers[field];
  }

  /** The base form as that part of speech, where it was found before. */
  @Nullable Lemma lemma(int tag) {
    return lemmas[tag];
  }

  Lemma keep(int tag, Lemma lemma) {
    lemmas[tag] = lemma;
    return lemma;
  }
}
