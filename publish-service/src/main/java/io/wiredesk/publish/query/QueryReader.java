package io.wiredesk.publish.query;

import io.wiredesk.publish.query.Tokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a query: what stands side by side is all wanted, AND binds closer than OR, NOT closest.
 * Used by one thread, for one text.
 */
final class QueryReader {

  /** Most characters of a query. */
  private static final int LONGEST = 10_000;

  private static final int DEEPEST = 50;
  private static final Set<String> TIMES = Set.of("since", "after", "before");

  private final List<Token> tokens;
  private final QueryUse use;
  private int next;
  private int depth;

  private QueryReader(List<Token> tokens, QueryUse use) {
    this.tokens = tokens;
    this.use = use;
  }

  /**
   * Reads the whole text.
   *
   * @throws QueryRefused where it is no query
   */
  static Part read(String text, QueryUse use) throws QueryRefused {
    if (text.isBlank()) {
      throw new QueryRefused("The query is empty; *:* finds everything.");
    }
    if (text.length() > LONGEST) {
      throw new QueryRefused("The query is longer than " + LONGEST + " characters.");
    }
    QueryReader reader = new QueryReader(Tokens.of(text), use);
    Part part = reader.any(null);
    if (!reader.peek().is(Token.Kind.END)) {
      throw reader.cannotStand(reader.peek());
    }
    return part;
  }

  private Part any(@Nullable QueryField field) throws QueryRefused {
    List<Part> parts = new ArrayList<>();
    do {
      parts.add(all(field));
    } while (accept(Token.Kind.OR) != null);
    return parts.size() == 1 ? parts.get(0) : new Part.Any(List.copyOf(parts));
  }

  private Part all(@Nullable QueryField field) throws QueryRefused {
    List<Part> parts = new ArrayList<>();
    do {
      parts.add(one(field));
    } while (accept(Token.Kind.AND) != null || beginsPart(peek()));
    return parts.size() == 1 ? parts.get(0) : new Part.All(List.copyOf(parts));
  }

  private static boolean beginsPart(Token token) {
    return switch (token.kind()) {
      case OPEN, NOT, PLUS, FIELD, WORD, PHRASE, RANGE -> true;
      case CLOSE, AND, OR, COMPARISON, TILDE, CARET, END -> false;
    };
  }

  private Part one(@Nullable QueryField field) throws QueryRefused {
    Token token = take();
    if (++depth > DEEPEST) {
      throw token.refused("more than " + DEEPEST + " brackets and exclusions inside each other.");
    }
    Part part =
        switch (token.kind()) {
          case NOT -> new Part.Not(one(field));
          case PLUS -> one(field);
          case OPEN -> bracket(token, field);
          case FIELD -> inField(token);
          case WORD, PHRASE -> ValueReader.read(field, token, accept(Token.Kind.TILDE));
          case CLOSE, AND, OR, COMPARISON, RANGE, TILDE, CARET, END -> throw cannotStand(token);
        };
    depth--;
    Token caret = accept(Token.Kind.CARET);
    return caret == null ? part : new Part.Weighted(part, weight(caret));
  }

  private Part bracket(Token open, @Nullable QueryField field) throws QueryRefused {
    Part part = any(field);
    if (accept(Token.Kind.CLOSE) == null) {
      if (peek().is(Token.Kind.END)) {
        throw open.refused("the bracket is never closed.");
      }
      throw cannotStand(peek());
    }
    return part;
  }

  private Part inField(Token name) throws QueryRefused {
    String called = name.text().toLowerCase(Locale.ROOT);
    if (TIMES.contains(called)) {
      return time(called, name);
    }
    Token value = peek();
    if (called.equals("*")) {
      next++;
      if (!value.text().equals("*")) {
        throw name.refused("*: takes * alone; *:* finds everything.");
      }
      return new Part.Everything();
    }
    QueryField field = field(name, called);
    if (value.is(Token.Kind.OPEN)) {
      next++;
      return bracket(value, field);
    }
    if (value.is(Token.Kind.COMPARISON)) {
      next++;
      return ValueReader.compare(field, value, take());
    }
    if (value.is(Token.Kind.RANGE)) {
      next++;
      return ValueReader.range(field, value);
    }
    if (!value.is(Token.Kind.WORD) && !value.is(Token.Kind.PHRASE)) {
      throw name.refused(name.text() + ": has no value; " + name.text() + ":* finds any.");
    }
    next++;
    return ValueReader.read(field, value, accept(Token.Kind.TILDE));
  }

  private static QueryField field(Token name, String called) throws QueryRefused {
    return QueryField.named(called)
        .orElseThrow(
            () ->
                name.refused(
                    "there is no field "
                        + name.text()
                        + Nearest.question(called, QueryField.allNames())
                        + "; known are "
                        + QueryField.names()
                        + ", and text with a colon goes between quotes."));
  }

  private Part time(String called, Token name) throws QueryRefused {
    if (use == QueryUse.STANDING) {
      throw name.refused(
          called
              + ": is for looking back; a desk, stream or webhook gets what comes, so that it has no"
              + " times.");
    }
    Token value = take();
    if (!value.is(Token.Kind.WORD) && !value.is(Token.Kind.PHRASE)) {
      throw name.refused(called + ": has no value; " + called + ":2026-03-01 is one.");
    }
    return TimeReader.read(called, value);
  }

  private static float weight(Token caret) throws QueryRefused {
    if (!caret.text().matches("\\d{1,4}(\\.\\d{1,4})?")) {
      throw caret.refused("^ takes a number, as in word^2.");
    }
    return Float.parseFloat(caret.text());
  }

  private QueryRefused cannotStand(Token token) {
    if (!token.is(Token.Kind.END)) {
      return token.refused("\"" + token.text() + "\" cannot stand here.");
    }
    Token before = next < 2 ? token : tokens.get(tokens.size() - 2);
    return before.refused("the query ends too early, after \"" + before.text() + "\".");
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    Token token = tokens.get(next);
    next += token.is(Token.Kind.END) ? 0 : 1;
    return token;
  }

  private @Nullable Token accept(Token.Kind kind) {
    return peek().is(kind) ? take() : null;
  }
}
