package io.wiredesk.enrich.entity.recogniser;

import edu.emory.mathcs.nlp.common.util.StringUtils;

/**
 * One token with all that features are made of, as hashes. Made and used by one thread; the tags
 * are filled in as the taggers go.
 */
final class Word {
  final String text;
  final int start;
  final int end;
  final String simplified;
  final String lower;
  final String undigitalised;
  String tag = "";
  String nameTag = "O";

  /** Ids of ambiguity class and cluster set, -1 where the word is unknown. */
  int ambiguity = -1;

  int clusters = -1;

  /** Row of the embedding, -1 for none. */
  int embedding = -1;

  /** Bits of the gazetteer tags, in the order of {@link Lexica#GAZETTEER_TAGS}. */
  long gazetteer;

  private final long[] hashes = new long[Field.SINGLE];
  private final long[] powers = new long[Field.SINGLE];

  Word(String text, int start, int end) {
    this.text = text;
    this.start = start;
    this.end = end;
    simplified = StringUtils.toSimplifiedForm(text);
    lower = StringUtils.toLowerCase(simplified);
    undigitalised = StringUtils.toUndigitalizedForm(text);
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
    set(field, TextHash.of(value), TextHash.power(value.length()));
  }

  void set(Field field, long hash, long power) {
    hashes[field.ordinal()] = hash;
    powers[field.ordinal()] = power;
  }

  /** False where the token has no such property (a prefix longer than the word). */
  boolean has(int field) {
    return powers[field] != 0;
  }

  long hash(int field) {
    return hashes[field];
  }

  long power(int field) {
    return powers[field];
  }
}
