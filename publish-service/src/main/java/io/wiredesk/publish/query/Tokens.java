package io.wiredesk.publish.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a query's text into pieces. {@code and}, {@code or} and {@code not} are operators in any
 * case; typographic quotes are quotes. Used by one thread, for one text.
 */
final class Tokens {

  private static final String OPENING = "\"\u201c\u201d\u201e\u00ab\u00bb";
  private static final String CLOSING = "\u201c\u201d\u00ab\u00bb";
  private static final String COMPARISONS = "<>";

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Tokens(String text) {
    this.text = text;
  }

  /** All pieces, the end last. */
  static List<Token> of(String text) throws QueryRefused {
    Tokens reading = new Tokens(text);
    while (reading.at < text.length()) {
      reading.next();
    }
    reading.add(Token.Kind.END, "", text.length());
    return reading.tokens;
  }

  private void next() throws QueryRefused {
    char c = text.charAt(at);
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      at++;
    } else if (c == '(' || c == ')') {
      add(c == '(' ? Token.Kind.OPEN : Token.Kind.CLOSE, String.valueOf(c), at++);
    } else if (OPENING.indexOf(c) >= 0) {
      phrase(c);
    } else if (c == '~' || c == '^') {
      number(c == '~' ? Token.Kind.TILDE : Token.Kind.CARET);
    } else if (isValue() && (c == '[' || c == '{')) {
      range();
    } else if (isValue() && COMPARISONS.indexOf(c) >= 0) {
      comparison();
    } else if (!sign(c)) {
      word();
    }
  }

  /** Signs that stand for an operator, where a piece begins with them. */
  private boolean sign(char c) throws QueryRefused {
    if (text.startsWith("&&", at) || text.startsWith("||", at)) {
      add(c == '&' ? Token.Kind.AND : Token.Kind.OR, text.substring(at, at + 2), at);
      at += 2;
      return true;
    }
    if (isValue() || "+-!".indexOf(c) < 0) {
      return false;
    }
    if (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1))) {
      throw QueryRefused.at(
          at + 1,
          "\""
              + c
              + "\" stands alone; -word excludes a word, and a sign in a text goes between quotes.");
    }
    add(c == '+' ? Token.Kind.PLUS : Token.Kind.NOT, String.valueOf(c), at++);
    return true;
  }

  private void phrase(char opening) throws QueryRefused {
    int start = at++;
    StringBuilder phrase = new StringBuilder();
    while (at < text.length() && !closes(opening, text.charAt(at))) {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      phrase.append(text.charAt(at++));
    }
    if (at >= text.length()) {
      throw QueryRefused.at(start + 1, "the quote is never closed.");
    }
    at++;
    add(Token.Kind.PHRASE, phrase.toString(), start);
  }

  private static boolean closes(char opening, char c) {
    return opening == '"' ? c == '"' : CLOSING.indexOf(c) >= 0;
  }

  private void number(Token.Kind kind) {
    int start = at++;
    while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    add(kind, text.substring(start + 1, at), start);
  }

  private void range() throws QueryRefused {
    int start = at;
    while (at < text.length() && text.charAt(at) != ']' && text.charAt(at) != '}') {
      at++;
    }
    if (at == text.length()) {
      throw QueryRefused.at(start + 1, "the range is never closed; [1 TO 3] is one.");
    }
    at++;
    add(Token.Kind.RANGE, text.substring(start, at), start);
  }

  private void comparison() {
    int start = at++;
    if (at < text.length() && text.charAt(at) == '=') {
      at++;
    }
    add(Token.Kind.COMPARISON, text.substring(start, at), start);
  }

  private void word() {
    int start = at;
    boolean value = isValue();
    if (!value && field()) {
      return;
    }
    while (at < text.length() && !endsWord(text.charAt(at))) {
      at += text.charAt(at) == '\\' && at + 1 < text.length() ? 2 : 1;
    }
    String word = text.substring(start, at);
    add(value ? Token.Kind.WORD : kind(word), word, start);
  }

  /** A name and a colon, or a name and a comparison. */
  private boolean field() {
    int end = at;
    while (end < text.length() && isName(text.charAt(end), end > at)) {
      end++;
    }
    if (end == at || end == text.length()) {
      return text.startsWith("*:", at) && everything();
    }
    char after = text.charAt(end);
    if (after != ':' && COMPARISONS.indexOf(after) < 0) {
      return false;
    }
    add(Token.Kind.FIELD, text.substring(at, end), at);
    at = after == ':' ? end + 1 : end;
    return true;
  }

  private boolean everything() {
    add(Token.Kind.FIELD, "*", at);
    at += 2;
    return true;
  }

  private static Token.Kind kind(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "and" -> Token.Kind.AND;
      case "or" -> Token.Kind.OR;
      case "not" -> Token.Kind.NOT;
      default -> Token.Kind.WORD;
    };
  }

  /** True where a field's value is expected. */
  private boolean isValue() {
    if (tokens.isEmpty()) {
      return false;
    }
    Token last = tokens.get(tokens.size() - 1);
    return last.is(Token.Kind.FIELD) || last.is(Token.Kind.COMPARISON);
  }

  private static boolean endsWord(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || "()~^".indexOf(c) >= 0
        || OPENING.indexOf(c) >= 0;
  }

  private static boolean isName(char c, boolean inside) {
    return Character.isLetter(c) || c == '_' || (inside && isDigit(c));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void add(Token.Kind kind, String piece, int start) {
    tokens.add(new Token(kind, piece, start + 1));
  }

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
}
