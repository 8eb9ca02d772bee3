package io.wiredesk.wire.parse.text;

import io.wiredesk.wire.parse.AsciiSpace;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The dateline at the top of a story: "Munich (dpa) - …", "ROSCOE, South Dakota (AP) _ …",
 * "SAITAMA, Japan, Dec. 9 Kyodo - …". It stays in the body; its place and agency are offered as
 * fields. Stateless.
 */
final class Dateline {

  private static final String DASH = "\\s*(?:--?|_|–|—|\\.-)(?:\\s|$)";
  private static final String PLACE = "^\\s*([\\p{Lu}\\p{Lo}][\\p{L}\\p{M}.,'’/ -]{1,60}?)";
  private static final String DAY =
      "(?:,? \\d{1,2}\\.? ?\\p{L}{0,10}\\.?(?: \\d{4})?"
          + "|,? \\p{L}{3,9}\\.? \\d{1,2},?(?: \\d{4})?)?";
  private static final String AGENCY = "\\s*\\(([\\p{L}\\p{Lo}][\\p{L}\\p{M} ./-]{1,24})\\)" + DASH;
  static final Pattern BRACKETED = Pattern.compile(PLACE + DAY + AGENCY);
  static final Pattern UNDATED = Pattern.compile(PLACE + AGENCY);
  private static final Pattern OPEN =
      Pattern.compile(
          "^\\s*(\\p{Lu}[\\p{Lu}. '-]+(?:, [\\p{L} .'-]{2,30}?)?), \\p{L}{3,9}\\.? \\d{1,2},?(?:"
              + " \\d{4})? \\(?(\\p{Lu}[\\p{L}]{1,15})\\)?"
              + DASH);

  /** Further than this no dateline runs. */
  static final int TOP = 160;

  private Dateline() {}

  /** Offers place and provider where the text begins with a dateline. */
  static void offer(WireItem item, String text, String origin) {
    String head = top(text);
    int bracket = head.indexOf('(');
    boolean dated = bracket >= 0 && hasDigit(head, bracket);
    Matcher bracketed = bracket < 0 ? null : (dated ? BRACKETED : UNDATED).matcher(head);
    if (bracketed != null && bracketed.lookingAt()) {
      take(bracketed, item, origin);
      return;
    }
    Matcher open = head.indexOf(',') < 0 ? null : OPEN.matcher(head);
    if (open != null && open.lookingAt()) {
      take(open, item, origin);
    }
  }

  /** True where a digit stands before that place, without which there is no day. */
  static boolean hasDigit(String text, int before) {
    for (int i = 0; i < before; i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  /** The beginning, with one space for each run of white space. */
  private static String top(String text) {
    int end = Math.min(text.length(), TOP);
    StringBuilder top = new StringBuilder(end);
    boolean space = false;
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean spaceBefore = space;
      space = AsciiSpace.is(c);
      if (!space) {
        top.append(c);
      } else if (!spaceBefore) {
        top.append(' ');
      }
    }
    return top.toString();
  }

  private static void take(Matcher dateline, WireItem item, String origin) {
    String place = dateline.group(1);
    String bare = place.endsWith(",") ? place.substring(0, place.length() - 1) : place;
    item.set(Field.LOCATED, bare, origin);
    item.set(Field.PROVIDER, dateline.group(2), origin);
  }
}
