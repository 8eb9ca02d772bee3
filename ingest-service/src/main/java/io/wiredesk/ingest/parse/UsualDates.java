package io.wiredesk.ingest.parse;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The forms that most wires write, read without patterns: RFC 3339 ("2026-03-12T22:05:17Z",
 * "2026-03-12T22:05:17.250+01:00"), ISO 8601 basic as NITF and NewsML 1 have it
 * ("20260312T220517+0100") and RFC 822 as RSS and mail have it ("Thu, 12 Mar 2026 22:05:17 +0100").
 * Whatever differs by a character is left to {@link WireDates}, which reads these as well.
 * Stateless.
 */
final class UsualDates {

  private static final String ISO_FORM = "0000-00-00T00:00:00";
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  private static final String DAYS = "MonTueWedThuFriSatSun";

  private UsualDates() {}

  /**
   * The moment; null for other forms.
   *
   * @throws java.time.DateTimeException where it has the form and there is no such time
   */
  static WireDates.@Nullable Moment read(String text) {
    int length = text.length();
    if (length < 16 || length > 35) {
      return null;
    }
    if (text.charAt(8) == 'T') {
      return basic(text);
    }
    if (length < ISO_FORM.length()) {
      return null;
    }
    char last = text.charAt(length - 1);
    return text.charAt(10) == 'T' && (last == 'Z' || isDigit(last)) ? iso(text) : mail(text);
  }

  private static WireDates.@Nullable Moment iso(String text) {
    for (int i = 0; i < ISO_FORM.length(); i++) {
      char c = text.charAt(i);
      if (ISO_FORM.charAt(i) == '0' ? !isDigit(c) : c != ISO_FORM.charAt(i)) {
        return null;
      }
    }
    int nanos = 0;
    int at = ISO_FORM.length();
    if (at < text.length() && text.charAt(at) == '.') {
      int from = ++at;
      int unit = 100_000_000;
      while (at < text.length() && isDigit(text.charAt(at)) && unit > 0) {
        nanos += (text.charAt(at++) - '0') * unit;
        unit /= 10;
      }
      if (at == from) {
        return null;
      }
    }
    ZoneOffset offset = offset(text, at, true);
    return offset == null
        ? null
        : moment(
            LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)),
            clock(text, 11, nanos),
            offset);
  }

  private static WireDates.@Nullable Moment basic(String text) {
    boolean form = isNumber(text, 0, 8) && isNumber(text, 9, 15);
    ZoneOffset offset = form ? offset(text, 15, text.endsWith("Z")) : null;
    return offset == null
        ? null
        : moment(
            LocalDate.of(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8)),
            clock(number(text, 9, 11), number(text, 11, 13), number(text, 13, 15), 0),
            offset);
  }

  private static WireDates.@Nullable Moment mail(String text) {
    int at = text.charAt(3) == ',' ? 5 : 0;
    if (at > 0 && (text.charAt(4) != ' ' || at(DAYS, text, 0) < 0)) {
      return null;
    }
    int digits = isDigit(text.charAt(at + 1)) ? 2 : 1;
    int month = at + digits + 1;
    int clock = month + 9;
    boolean form =
        text.length() > clock + 8
            && isNumber(text, at, at + digits)
            && text.charAt(month - 1) == ' '
            && text.charAt(month + 3) == ' '
            && isNumber(text, month + 4, month + 8)
            && text.charAt(clock - 1) == ' '
            && isClock(text, clock)
            && text.charAt(clock + 8) == ' ';
    int index = form ? at(MONTHS, text, month) : -1;
    ZoneOffset offset = index < 0 ? null : offset(text, clock + 9, false);
    return offset == null
        ? null
        : moment(
            LocalDate.of(
                number(text, month + 4, month + 8), index + 1, number(text, at, at + digits)),
            clock(text, clock, 0),
            offset);
  }

  private static WireDates.@Nullable Moment moment(
      LocalDate date, @Nullable LocalTime time, ZoneOffset offset) {
    return time == null
        ? null
        : new WireDates.Moment(date.atTime(time).toInstant(offset), false, false);
  }

  private static @Nullable LocalTime clock(String text, int at, int nanos) {
    return clock(
        number(text, at, at + 2),
        number(text, at + 3, at + 5),
        number(text, at + 6, at + 8),
        nanos);
  }

  /** Midnight as 24:00 and leap seconds are left to {@link WireDates}. */
  private static @Nullable LocalTime clock(int hour, int minute, int second, int nanos) {
    return hour > 23 || second > 59 ? null : LocalTime.of(hour, minute, second, nanos);
  }

  /** What ends the text as an offset: Z or +01:00 of RFC 3339, GMT or +0100 of RFC 822. */
  private static @Nullable ZoneOffset offset(String text, int at, boolean iso) {
    if (text.startsWith(iso ? "Z" : "GMT", at) && text.length() == at + (iso ? 1 : 3)) {
      return ZoneOffset.UTC;
    }
    int minutes = at + (iso ? 4 : 3);
    boolean form =
        text.length() == minutes + 2
            && (text.charAt(at) == '+' || text.charAt(at) == '-')
            && isNumber(text, at + 1, at + 3)
            && (!iso || text.charAt(at + 3) == ':')
            && isNumber(text, minutes, minutes + 2);
    if (!form || number(text, at + 1, at + 3) > 17 || number(text, minutes, minutes + 2) > 59) {
      return null;
    }
    int seconds = number(text, at + 1, at + 3) * 3600 + number(text, minutes, minutes + 2) * 60;
    return ZoneOffset.ofTotalSeconds(text.charAt(at) == '-' ? -seconds : seconds);
  }

  private static boolean isClock(String text, int at) {
    return isNumber(text, at, at + 2)
        && text.charAt(at + 2) == ':'
        && isNumber(text, at + 3, at + 5)
        && text.charAt(at + 5) == ':'
        && isNumber(text, at + 6, at + 8);
  }

  /** Which of the names of three letters stands at a place; -1: none. */
  private static int at(String names, String text, int at) {
    for (int i = 0; i < names.length(); i += 3) {
      if (text.regionMatches(at, names, i, 3)) {
        return i / 3;
      }
    }
    return -1;
  }

  private static boolean isNumber(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}
