package io.wiredesk.wire.parse.text;

import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.time.CalendarNames;
import io.wiredesk.wire.time.TimeRules;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Day and time as text lines send them, DDHHMM [zone] MON YY: "101137 GMT Dez 18", the month in the
 * sender's language. Stateless.
 */
final class SendTime {

  private static final String GROUPS =
      "(\\d{2})(\\d{2})(\\d{2})\\s*(?:(\\p{L}{1,5}|[+-]\\d{4})\\s+)?(\\p{L}{3,10})\\.?\\s+"
          + "(\\d{4}|\\d{2})";
  private static final Pattern AT_END = Pattern.compile(GROUPS + "[\\s\\x00-\\x1f\\x7f]*$");
  private static final Pattern WHOLE = Pattern.compile(GROUPS);

  private SendTime() {}

  /**
   * Offers the date at the end of the text; gives the text before it, or the whole where none is.
   */
  static String offerAtEnd(String text, WireItem item, TimeRules rules, String origin) {
    if (!endsInDigit(text)) {
      return text;
    }
    Matcher date = AT_END.matcher(text);
    return find(date, text) && offer(date, item, rules, origin)
        ? text.substring(0, date.start())
        : text;
  }

  /** The pattern is tried where six digits or more begin. */
  private static boolean find(Matcher date, String text) {
    int from = Math.max(0, text.length() - 200);
    for (int at = from; at < text.length(); at++) {
      int end = at;
      while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
        end++;
      }
      if (end - at >= 6 && date.region(at, text.length()).lookingAt()) {
        return true;
      }
      at = end;
    }
    return false;
  }

  /** The year comes last, with no more than white space and controls after it. */
  private static boolean endsInDigit(String text) {
    int last = text.length() - 1;
    while (last >= 0 && isNothing(text.charAt(last))) {
      last--;
    }
    return last >= 0 && text.charAt(last) >= '0' && text.charAt(last) <= '9';
  }

  private static boolean isNothing(char c) {
    return c <= ' ' || c == 0x7f || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  /** True where the text is such a date and nothing else. */
  static boolean isWhole(String text) {
    Matcher date = WHOLE.matcher(text.strip());
    return date.matches() && CalendarNames.month(date.group(5)).isPresent();
  }

  /** Offers the date that the text is; false where it is none. */
  static boolean offerWhole(String text, WireItem item, TimeRules rules, String origin) {
    Matcher date = WHOLE.matcher(text.strip());
    return date.matches() && offer(date, item, rules, origin);
  }

  /** False where the word before the year is no month. */
  private static boolean offer(Matcher m, WireItem item, TimeRules rules, String origin) {
    if (CalendarNames.month(m.group(5)).isEmpty()) {
      return false;
    }
    item.readTime(Field.VERSION_CREATED, m.group(), rules, origin);
    return true;
  }
}
