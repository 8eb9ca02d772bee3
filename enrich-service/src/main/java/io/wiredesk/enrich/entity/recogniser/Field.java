package io.wiredesk.enrich.entity.recogniser;

/** What a feature may be made of: a property of one token. The order is part of the file format. */
enum Field {
  FORM,
  LOWER,
  SHAPE,
  PART_OF_SPEECH,
  NAME_TAG,
  AMBIGUITY,
  LEMMA,
  PREFIX_2,
  PREFIX_3,
  SUFFIX_1,
  SUFFIX_2,
  SUFFIX_3,
  SUFFIX_4,
  // sets: several values each
  AMBIGUITY_SET,
  ORTHOGRAPHIC,
  POSITION,
  CLUSTERS,
  GAZETTEER;

  static final int SINGLE = AMBIGUITY_SET.ordinal();

  private static final Field[] ALL = values();

  /** Number among the single ones that depend on the words around: tags and lemma; else -1. */
  final int ofPlace;

  Field() {
    ofPlace =
        switch (name()) {
          case "PART_OF_SPEECH" -> 0;
          case "NAME_TAG" -> 1;
          case "LEMMA" -> 2;
          default -> -1;
        };
  }

  static Field of(int ordinal) {
    return ALL[ordinal];
  }

  /** True where it follows from the word's spelling; the others depend on the words around it. */
  boolean isOfWord() {
    return ofPlace < 0 && this != POSITION && this != GAZETTEER;
  }
}
