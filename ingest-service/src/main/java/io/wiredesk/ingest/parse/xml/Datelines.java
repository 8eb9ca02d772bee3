package io.wiredesk.ingest.parse.xml;

import io.wiredesk.ingest.parse.Field;
import io.wiredesk.ingest.parse.WireItem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Datelines written as one line ("STOCKHOLM, Aug 29, 2014 (AFP) -"): the place goes to {@code
 * located}; the line itself is printed before the text, so it is put there where the body does not
 * start with it. Stateless.
 */
public final class Datelines {

  private static final Pattern CUT =
      Pattern.compile("\\s*(?:\\(|\\s[-\u2013\u2014]|[-\u2013\u2014]$|--|/).*", Pattern.DOTALL);
  private static final Pattern DAY = Pattern.compile("[,\\s]+\\S*\\d.*", Pattern.DOTALL);
  private static final Pattern MONTH = Pattern.compile("[,\\s]+\\p{L}{3,9}\\.?$");
  private static final Pattern UP_TO_LAST_WORD = Pattern.compile(".*[,\\s]");
  private static final int TOP = 400;

  private Datelines() {}

  /** Place of a dateline, null where the line is no more than a date. */
  public static @Nullable String place(@Nullable String dateline) {
    if (dateline == null) {
      return null;
    }
    String line = dateline.strip();
    String cut = hasAny(line, "(-/\u2013\u2014") ? CUT.matcher(line).replaceFirst("") : line;
    String place = hasDigit(cut) ? DAY.matcher(" " + cut).replaceFirst("").strip() : cut.strip();
    boolean dated = place.length() < cut.strip().length();
    if (dated && isMonthLast(place)) {
      place = MONTH.matcher(place).replaceFirst("");
    }
    place = withoutSignsAtEnd(place) + (place.endsWith(".") && !dated ? "." : "");
    return place.isBlank() || place.chars().noneMatch(Character::isLetter) ? null : place;
  }

  private static boolean hasAny(String text, String characters) {
    for (int i = 0; i < text.length(); i++) {
      if (characters.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasDigit(String text) {
    return hasAny(text, "0123456789");
  }

  private static String withoutSignsAtEnd(String place) {
    int end = place.length();
    while (end > 0 && " \t\n\u000b\f\r,.:;-".indexOf(place.charAt(end - 1)) >= 0) {
      end--;
    }
    return place.substring(0, end);
  }

  private static boolean isMonthLast(String place) {
    String last = UP_TO_LAST_WORD.matcher(place).replaceAll("").replace(".", "");
    return io.wiredesk.ingest.parse.MonthNames.month(last).isPresent();
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
      WireItem.WireBody body = item.bodies.get(0);
      String top = body.content().substring(0, Math.min(TOP, body.content().length()));
      if (!Whitespace.bare(top).contains(Whitespace.squeeze(dateline))) {
        item.bodies.set(
            0, new WireItem.WireBody(body.html(), before(dateline.strip(), body), body.role()));
      }
    }
  }

  private static String before(String dateline, WireItem.WireBody body) {
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
