package io.wiredesk.ingest.parse.text;

import io.wiredesk.ingest.parse.Field;
import io.wiredesk.ingest.parse.WireItem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The dateline at the top of a story: "Munich (dpa) - …", "ROSCOE, South Dakota (AP) _ …",
 * "SAITAMA, Japan, Dec. 9 Kyodo - …". It stays in the body; its place and agency are offered as
 * fields. Stateless.
 */
final class Dateline {

  private static final String DASH = "\\s*(?:--?|_|–|—|\\.-)(?:\\s|$)";
  private static final Pattern BRACKETED =
      Pattern.compile(
          "^\\s*([\\p{Lu}\\p{Lo}][\\p{L}\\p{M}.,'’/ -]{1,60}?)(?:,? \\d{1,2}\\.? ?\\p{L}{0,10}\\.?(?: \\d{4})?"
              + "|,? \\p{L}{3,9}\\.? \\d{1,2},?(?: \\d{4})?)?\\s*\\(([\\p{L}\\p{Lo}][\\p{L}\\p{M} ./-]{1,24})\\)"
              + DASH);
  private static final Pattern OPEN =
      Pattern.compile(
          "^\\s*(\\p{Lu}[\\p{Lu}. '-]+(?:, [\\p{L} .'-]{2,30}?)?), \\p{L}{3,9}\\.? \\d{1,2},?(?: \\d{4})?"
              + " \\(?(\\p{Lu}[\\p{L}]{1,15})\\)?"
              + DASH);

  /** Further than this no dateline runs. */
  static final int TOP = 160;

  private Dateline() {}

  /** Offers place and provider where the text begins with a dateline. */
  static void offer(WireItem item, String text, String origin) {
    String head = top(text);
    Matcher bracketed = head.indexOf('(') < 0 ? null : BRACKETED.matcher(head);
    if (bracketed != null && bracketed.lookingAt()) {
      take(bracketed, item, origin);
      return;
    }
    Matcher open = head.indexOf(',') < 0 ? null : OPEN.matcher(head);
    if (open != null && open.lookingAt()) {
      take(open, item, origin);
    }
  }

  /** The beginning, with one space for each run of white space. */
  private static String top(String text) {
    int end = Math.min(text.length(), TOP);
    StringBuilder top = new StringBuilder(end);
    boolean space = false;
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean spaceBefore = space;
      space = c == ' ' || (c >= '\t' && c <= '\r');
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
