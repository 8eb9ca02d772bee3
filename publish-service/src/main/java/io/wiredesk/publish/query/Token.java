package io.wiredesk.publish.query;

/**
 * A piece of a query's text.
 *
 * @param text of a word with its backslashes, of a phrase without quotes, of a field its name
 * @param at its first character, from 1
 */
record Token(Kind kind, String text, int at) {

  enum Kind {
    OPEN,
    CLOSE,
    AND,
    OR,
    NOT,
    PLUS,
    FIELD,
    COMPARISON,
    WORD,
    PHRASE,
    RANGE,
    TILDE,
    CARET,
    END
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  /** Refuses the query because of this piece. */
  QueryRefused refused(String sentence) {
    return QueryRefused.at(at, sentence);
  }
}
