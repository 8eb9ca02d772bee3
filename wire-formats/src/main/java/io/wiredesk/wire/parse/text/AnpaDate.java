package io.wiredesk.wire.parse.text;

import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.parse.WireItem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** When an ANPA 1312 message was sent: by its trailer, else the day of its header. Stateless. */
final class AnpaDate {

  private AnpaDate() {}

  static void offer(
      WireItem item, AnpaHeader header, @Nullable AnpaTrailer trailer, WireInput input) {
    if (trailer == null) {
      day(item, header, input);
      return;
    }
    item.extras.put("trailer", trailer.line());
    boolean dayFirst = trailer.first() > 12 || (trailer.dayFirst() && trailer.second() <= 12);
    String month = twoDigits(dayFirst ? trailer.second() : trailer.first());
    String day = twoDigits(dayFirst ? trailer.first() : trailer.second());
    String date = "20" + twoDigits(trailer.year()) + "-" + month + "-" + day;
    String clock = trailer.clock().substring(0, 2) + ":" + trailer.clock().substring(2);
    String zone = trailer.zone() == null ? "" : " " + trailer.zone();
    String text = date + " " + clock + zone;
    item.readTime(Field.VERSION_CREATED, text, input.profile().time(), "trailer");
  }

  private static String twoDigits(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  /** Month and day of the header, in the year that puts them nearest before the receipt. */
  private static void day(WireItem item, AnpaHeader header, WireInput input) {
    if (header.month() == 0 || item.time(Field.VERSION_CREATED) != null) {
      return;
    }
    boolean dayFirst = header.month() > 12;
    LocalDate received = LocalDate.ofInstant(input.receivedAt(), ZoneOffset.UTC);
    try {
      LocalDate date =
          LocalDate.of(
              received.getYear(),
              dayFirst ? header.day() : header.month(),
              dayFirst ? header.month() : header.day());
      LocalDate past = date.isAfter(received.plusDays(2)) ? date.minusYears(1) : date;
      item.time(
          Field.VERSION_CREATED,
          past.atStartOfDay(input.profile().zone()).toInstant(),
          "header date");
      item.repairs.add("date without year and time, read as " + past);
    } catch (DateTimeException noSuchDay) {
      item.extras.put("header/date", header.month() + "-" + header.day());
    }
  }
}
