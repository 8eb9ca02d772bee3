package io.wiredesk.publish.query;

import io.wiredesk.publish.query.Tokens.Token;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what is looked for in a field. Stateless. */
final class ValueReader {

  private static final int WIDEST_SLOP = 100;
  private static final int SHORTEST_BEGINNING = 2;
  private static final int MOST_EDITS = 2;
  private static final int HIGHEST = 1;
  private static final int LOWEST = 9;
  private static final Pattern RANGE = Pattern.compile("(\\d)(?:-|\\.\\.)(\\d)");
  private static final Pattern BRACKETS =
      Pattern.compile("([\\[{])\\s*(\\S+?)\\s+(?i:to)\\s+(\\S+?)\\s*([\\]}])");

  private ValueReader() {}

  /**
   * A word or phrase.
   *
   * @param field null: in headline, slugline and text
   * @param tilde what follows it, null where nothing
   */
  static Part read(@Nullable QueryField field, Token value, @Nullable Token tilde)
      throws QueryRefused {
    if (field != null && value.is(Token.Kind.WORD) && value.text().equals("*")) {
      return new Part.Asked(field, new Part.Present(), value.at());
    }
    if (tilde != null) {
      return new Part.Asked(field, near(field, value, tilde), value.at());
    }
    return new Part.Asked(field, want(field, value), value.at());
  }

  private static Part.Want want(@Nullable QueryField field, Token value) throws QueryRefused {
    if (field == QueryField.URGENCY) {
      return digits(value);
    }
    boolean whole = field != null && field.kind() == QueryField.Kind.CODES;
    if (value.is(Token.Kind.WORD)) {
      if (value.text().startsWith("/")) {
        throw value.refused(
            "regular expressions are not possible; quote a text with /, or use the beginning of a"
                + " word (elect*).");
      }
      if (isPattern(value.text())) {
        return whole ? Vocabulary.pattern(field, value, pattern(value)) : pattern(value);
      }
    }
    String text = value.is(Token.Kind.WORD) ? plain(value.text()) : value.text();
    return whole
        ? new Part.Value(Vocabulary.value(field, text, value))
        : new Part.Words(text, value.is(Token.Kind.PHRASE), 0);
  }

  private static Part.Want near(@Nullable QueryField field, Token value, Token tilde)
      throws QueryRefused {
    boolean words = field == null || field.hasWords();
    if (!words) {
      throw tilde.refused("~ is for words, not for " + field.fieldName() + ".");
    }
    String number = tilde.text();
    if (!number.matches("\\d{0,4}")) {
      throw tilde.refused("~ takes a whole number, not " + number + ".");
    }
    if (value.is(Token.Kind.PHRASE)) {
      int slop = number.isEmpty() ? WIDEST_SLOP + 1 : Integer.parseInt(number);
      if (slop > WIDEST_SLOP) {
        throw tilde.refused(
            "a phrase takes how many words may stand between, at most "
                + WIDEST_SLOP
                + ": \"near each other\"~5.");
      }
      return new Part.Words(value.text(), true, slop);
    }
    int edits = number.isEmpty() ? MOST_EDITS : Integer.parseInt(number);
    if (edits < 1 || edits > MOST_EDITS || isPattern(value.text())) {
      throw tilde.refused("a word takes ~1 or ~2, the letters that may differ, and no * or ?.");
    }
    String word = plain(value.text());
    requireBeginning(value, word.length(), word + "~");
    return new Part.Similar(word, edits);
  }

  /** {@code urgency<3} and its like. */
  static Part compare(QueryField field, Token comparison, Token value) throws QueryRefused {
    requireUrgency(field, comparison);
    int digit = digit(value, value.text());
    IntPredicate wanted =
        switch (comparison.text()) {
          case "<" -> d -> d < digit;
          case "<=" -> d -> d <= digit;
          case ">" -> d -> d > digit;
          default -> d -> d >= digit;
        };
    return new Part.Asked(field, digits(wanted, value), value.at());
  }

  /** {@code [1 TO 3]}, {@code {1 TO 4}}, with * for no end. */
  static Part range(QueryField field, Token range) throws QueryRefused {
    requireUrgency(field, range);
    Matcher matcher = BRACKETS.matcher(range.text());
    if (!matcher.matches()) {
      throw range.refused("a range is written [1 TO 3] or 1-3, not " + range.text() + ".");
    }
    int from = end(range, matcher.group(2), HIGHEST) + (matcher.group(1).equals("{") ? 1 : 0);
    int to = end(range, matcher.group(3), LOWEST) - (matcher.group(4).equals("}") ? 1 : 0);
    return new Part.Asked(field, digits(d -> d >= from && d <= to, range), range.at());
  }

  private static int end(Token range, String text, int open) throws QueryRefused {
    return text.equals("*") ? open : digit(range, text);
  }

  private static Part.Want digits(Token value) throws QueryRefused {
    Matcher range = RANGE.matcher(value.text());
    if (range.matches()) {
      int low = digit(value, range.group(1));
      int high = digit(value, range.group(2));
      return digits(d -> d >= low && d <= high, value);
    }
    int digit = digit(value, value.text());
    return new Part.Digits(digit, digit);
  }

  private static Part.Digits digits(IntPredicate wanted, Token shown) throws QueryRefused {
    int low = HIGHEST;
    while (low <= LOWEST && !wanted.test(low)) {
      low++;
    }
    int high = LOWEST;
    while (high >= low && !wanted.test(high)) {
      high--;
    }
    if (low > high) {
      throw shown.refused("there is no such urgency; it goes from 1 (highest) to 9.");
    }
    return new Part.Digits(low, high);
  }

  private static int digit(Token value, String text) throws QueryRefused {
    if (!text.matches("[1-9]")) {
      throw value.refused("urgency is a number from 1 (highest) to 9, not " + text + ".");
    }
    return text.charAt(0) - '0';
  }

  private static void requireUrgency(QueryField field, Token at) throws QueryRefused {
    if (field != QueryField.URGENCY) {
      throw at.refused("only urgency has ranges and comparisons, not " + field.fieldName() + ".");
    }
  }

  private static Part.Pattern pattern(Token value) throws QueryRefused {
    String pattern = value.text();
    int letters = 0;
    int at = 0;
    while (at < pattern.length() && "*?".indexOf(pattern.charAt(at)) < 0) {
      at += pattern.charAt(at) == '\\' ? 2 : 1;
      letters++;
    }
    requireBeginning(value, letters, pattern);
    return new Part.Pattern(pattern);
  }

  private static void requireBeginning(Token value, int letters, String shown) throws QueryRefused {
    if (letters < SHORTEST_BEGINNING) {
      throw value.refused(
          shown
              + " needs at least two letters before the first *, ? or ~, or it looks at every word.");
    }
  }

  private static boolean isPattern(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) == '\\') {
        i++;
      } else if (word.charAt(i) == '*' || word.charAt(i) == '?') {
        return true;
      }
    }
    return false;
  }

  /** Without the backslashes. */
  private static String plain(String word) {
    return word.replaceAll("\\\\(.)", "$1");
  }
}
