package io.wiredesk.wire.parse.xml;

import io.wiredesk.wire.parse.AsciiSpace;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireBody;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.time.CalendarNames;
import org.jspecify.annotations.Nullable;

/**
 * Datelines written as one line ("STOCKHOLM, Aug 29, 2014 (AFP) -"): the place goes to {@code
 * located}; the line itself is printed before the text, so it is put there where the body does not
 * start with it. Stateless.
 */
public final class Datelines {

  private static final int TOP = 400;

  private Datelines() {}

  /** Place of a dateline, null where the line is no more than a date. */
  public static @Nullable String place(@Nullable String dateline) {
    if (dateline == null) {
      return null;
    }
    String line = dateline.strip();
    String cut = line.substring(0, agencyStart(line)).strip();
    String place = cut.substring(0, dayStart(cut)).strip();
    boolean dated = place.length() < cut.length();
    if (dated && isMonth(place.substring(lastWord(place)))) {
      place = place.substring(0, lastWord(place));
    }
    String full = place.endsWith(".") && !dated ? "." : "";
    place = withoutSignsAtEnd(place) + full;
    return place.isBlank() || place.chars().noneMatch(Character::isLetter) ? null : place;
  }

  /** Where the agency or the text begins: at a bracket, a slash, a dash that parts words. */
  private static int agencyStart(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean dash = c == '-' || c == '\u2013' || c == '\u2014';
      boolean parts =
          dash && (i + 1 == line.length() || (i > 0 && AsciiSpace.is(line.charAt(i - 1))));
      if (c == '(' || c == '/' || parts || line.startsWith("--", i)) {
        return i;
      }
    }
    return line.length();
  }

  /** Where the spaces and commas begin that stand before the first word with a digit in it. */
  private static int dayStart(String line) {
    int before = 0;
    int gap = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c != ',' && !AsciiSpace.is(c)) {
        gap = -1;
      } else if (gap < 0) {
        gap = i;
      }
      if (AsciiSpace.is(c)) {
        before = gap;
      } else if (c >= '0' && c <= '9') {
        return before;
      }
    }
    return line.length();
  }

  private static int lastWord(String place) {
    int start = place.length();
    while (start > 0 && place.charAt(start - 1) != ',' && !AsciiSpace.is(place.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isMonth(String word) {
    String name = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    return name.length() >= 3
        && name.chars().allMatch(Character::isLetter)
        && CalendarNames.month(name).isPresent();
  }

  private static String withoutSignsAtEnd(String place) {
    int end = place.length();
    while (end > 0
        && (AsciiSpace.is(place.charAt(end - 1)) || ",.:;-".indexOf(place.charAt(end - 1)) >= 0)) {
      end--;
    }
    return place.substring(0, end);
  }

  /** Offers the place, and puts the line before the first body that lacks it. */
  public static void settle(WireItem item, XmlNode line) {
    String dateline = line.line1();
    if (dateline.isBlank()) {
      return;
    }
    String place = place(dateline);
    item.extras.putIfAbsent(line.path(), dateline);
    if (place == null) {
      return;
    }
    item.set(Field.LOCATED, place, line.origin());
    boolean printed = dateline.indexOf('(') >= 0 || dateline.strip().endsWith("-");
    if (printed && !item.bodies.isEmpty()) {
      WireBody body = item.bodies.get(0);
      String top = body.content().substring(0, Math.min(TOP, body.content().length()));
      if (!Whitespace.bare(top).contains(Whitespace.squeeze(dateline))) {
        item.bodies.set(0, new WireBody(body.html(), before(dateline.strip(), body), body.role()));
      }
    }
  }

  private static String before(String dateline, WireBody body) {
    if (!body.html()) {
      return dateline + " " + body.content().stripLeading();
    }
    Html line = new Html();
    line.text(dateline, Html.Place.LINE);
    String span = "<span class=\"dateline\">" + line.html() + " </span>";
    int paragraph = body.content().indexOf("<p>");
    return paragraph < 0
        ? "<p>" + span + "</p>" + body.content()
        : body.content().substring(0, paragraph + 3)
            + span
            + body.content().substring(paragraph + 3);
  }
}
