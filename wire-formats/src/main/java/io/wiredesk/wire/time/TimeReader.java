package io.wiredesk.wire.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads times: a field of a wire ({@link #read}), the words of an embargo line ({@link
 * #announced}). Linear in the text. Never throws for what a wire may write. Stateless.
 */
public final class TimeReader {

  private static final int LONGEST = 100;
  private static final Pattern UNIX = Pattern.compile("\\d{10}(\\d{3})?");

  /** What Go and Java add to a time: its monotonic clock, the region in brackets. */
  private static final Pattern ADDED = Pattern.compile("\\bm=[+-]\\S++$|\\[\\p{L}++(?:/\\w++)++]$");

  private static final Pattern DIGIT = Pattern.compile("\\d");

  private TimeReader() {}

  /**
   * The time that a field says, null where it is none. Where day and clock are there and the rest
   * leaves doubt, the reading fits the purpose; a clock that cannot be read gives no embargo.
   */
  public static @Nullable ReadTime read(@Nullable String field, TimeRules rules, Purpose purpose) {
    if (field == null || field.isBlank() || field.length() > LONGEST) {
      return null;
    }
    String text = ADDED.matcher(field.strip()).replaceFirst("").strip();
    if (UNIX.matcher(text).matches()) {
      long number = Long.parseLong(text);
      Instant at =
          text.length() > 10 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
      return new ReadTime(at, false, List.of());
    }
    WrittenDate date = WrittenDate.inValue(text);
    if (date == null) {
      return null;
    }
    Clocked clocked = Clocked.of(date.rest(), ClockTime.inValue(date.rest()), rules, true);
    Doubts doubts = new Doubts(rules, purpose);
    if (clocked.clock() == null && DIGIT.matcher(clocked.rest()).find()) {
      if (purpose == Purpose.EMBARGO) {
        return null;
      }
      doubts.add("time of day not readable, the start of the day was taken");
    }
    List<LocalDate> days = days(date, rules, purpose, doubts);
    return resolve(today -> days, clocked, doubts);
  }

  /** The instant of an ordinary time alone, null where it is none. */
  public static @Nullable Instant instant(@Nullable String field, TimeRules rules) {
    ReadTime time = read(field, rules, Purpose.ORDINARY);
    return time == null ? null : time.at();
  }

  /**
   * The end of an embargo that a line of text gives, null where it gives none that can be read.
   *
   * @param line from where the embargo is announced, some hundred characters at most
   * @param created when the line was written, from which days without a year are counted
   */
  public static @Nullable ReadTime announced(String line, Instant created, TimeRules rules) {
    WrittenDate date = WrittenDate.find(line);
    ReadTime time = announced(line, date, created, rules);
    if (date == null || time == null || !time.dateOnly() || ClockTime.find(line) == null) {
      return time;
    }
    // "DEC 6 2030 GMT": a year or half past eight
    ReadTime other = announced(line, null, created, rules);
    boolean clock = other != null && (!isNear(date, created) || other.at().isAfter(time.at()));
    return clock ? other : time;
  }

  private static @Nullable ReadTime announced(
      String line, @Nullable WrittenDate date, Instant created, TimeRules rules) {
    String text = date == null ? line : date.rest();
    Clocked clocked = Clocked.of(text, ClockTime.inLine(text), rules, false);
    Doubts doubts = new Doubts(rules, Purpose.EMBARGO);
    if (clocked.clock() == null && ClockTime.maybeIn(clocked.rest())) {
      return null;
    }
    if (date != null) {
      List<LocalDate> days = days(date, rules, Purpose.EMBARGO, doubts);
      return resolve(now -> days, clocked, doubts);
    }
    return resolve(zone -> near(clocked, created, zone, rules), clocked, doubts);
  }

  private static List<LocalDate> near(
      Clocked clocked, Instant created, ZoneId zone, TimeRules rules) {
    LocalDateTime now = LocalDateTime.ofInstant(created, zone);
    LocalDate day = NearDay.find(clocked.rest(), now.toLocalDate(), rules.dayOrder());
    if (day == null && clocked.clock() == null) {
      return List.of();
    }
    return List.of(day == null ? clocked.nextDay(now) : day);
  }

  /** 2200 GMT is no year. */
  private static boolean isNear(WrittenDate date, Instant created) {
    int years = date.readings().get(0).getYear() - created.atOffset(ZoneOffset.UTC).getYear();
    return years >= -1 && years <= 10;
  }

  private static List<LocalDate> days(
      WrittenDate date, TimeRules rules, Purpose purpose, Doubts doubts) {
    List<LocalDate> days = date.readings();
    if (days.size() == 1) {
      return days;
    }
    if (rules.dayOrder() != null) {
      return List.of(days.get(rules.dayOrder() == DayOrder.DAY_FIRST ? 0 : 1));
    }
    LocalDate later = days.get(0).isAfter(days.get(1)) ? days.get(0) : days.get(1);
    LocalDate day = purpose == Purpose.EMBARGO ? later : days.get(0);
    doubts.add(
        "day and month of "
            + date.written()
            + " can be exchanged, read as "
            + day
            + Doubts.settledBy("dayOrder"));
    return List.of(day);
  }

  /** The latest instant over all zones that are meant; for ordinary times there is one. */
  private static @Nullable ReadTime resolve(
      Function<ZoneId, List<LocalDate>> days, Clocked clocked, Doubts doubts) {
    Instant latest = null;
    List<ZoneId> zones = doubts.zones(clocked);
    for (ZoneId zone : zones) {
      // a day that is counted from today: today where nobody knows the zone is Greenwich's
      boolean unknown = zone.equals(Doubts.LAST_ZONE);
      for (LocalDate day : days.apply(unknown ? ZoneOffset.UTC : zone)) {
        LocalDateTime local = day.plusDays(clocked.nextDay() ? 1 : 0).atTime(clocked.time());
        Instant at = doubts.instant(local.atZone(zone));
        latest = latest == null || at.isAfter(latest) ? at : latest;
      }
    }
    return latest == null
        ? null
        : new ReadTime(latest, clocked.clock() == null, doubts.list(clocked, latest));
  }

  /**
   * A text cut into its clock, its zone and the rest.
   *
   * @param clock null where it has none
   * @param zone null where none is written
   * @param apart the zone does not stand behind the clock
   */
  private record Clocked(
      @Nullable ClockTime clock, @Nullable ZoneName zone, boolean apart, String rest) {

    static Clocked of(String text, @Nullable ClockTime clock, TimeRules rules, boolean value) {
      int cut = clock == null ? text.lastIndexOf(';') + 1 : clock.end();
      String behind = text.substring(cut);
      boolean attached = !behind.isEmpty() && behind.charAt(0) != ' ';
      boolean may = clock != null || value;
      ZoneName zone =
          may
              ? ZoneName.behind(behind, attached, clock != null && clock.half(), value, rules)
              : null;
      String after = zone == null ? behind : behind.substring(zone.end());
      String before = clock == null ? text.substring(0, cut) : text.substring(0, clock.start());
      String rest = before + " ; " + after;
      ZoneName apart = zone == null ? ZoneName.within(rest, rules) : null;
      return new Clocked(clock, apart == null ? zone : apart, apart != null, rest);
    }

    LocalTime time() {
      return clock == null ? LocalTime.MIDNIGHT : clock.time();
    }

    boolean nextDay() {
      return clock != null && clock.nextDay();
    }

    /** The day on which the clock next shows this time. */
    LocalDate nextDay(LocalDateTime now) {
      LocalDate today = now.toLocalDate();
      boolean over = !nextDay() && today.atTime(time()).isBefore(now);
      return today.plusDays(over ? 1 : 0);
    }
  }

  /** Collects what had to be assumed; decides zones by it. One reading. */
  private static final class Doubts {

    /** West of every other: where a zone is not known, no time is later than there. */
    static final ZoneId LAST_ZONE = ZoneOffset.ofHours(-12);

    private final List<String> said = new ArrayList<>();
    private final TimeRules rules;
    private final Purpose purpose;

    Doubts(TimeRules rules, Purpose purpose) {
      this.rules = rules;
      this.purpose = purpose;
    }

    void add(String doubt) {
      said.add(doubt);
    }

    static String settledBy(String setting) {
      return " (" + setting + " in the feed's profile would settle it)";
    }

    /** An hour that the clock shows twice ends an embargo the second time. */
    Instant instant(ZonedDateTime at) {
      return (purpose == Purpose.EMBARGO ? at.withLaterOffsetAtOverlap() : at).toInstant();
    }

    List<ZoneId> zones(Clocked clocked) {
      ZoneName zone = clocked.zone();
      if (zone == null) {
        return List.of(rules.timeZone());
      }
      if (!zone.isKnown()) {
        return List.of(purpose == Purpose.EMBARGO ? LAST_ZONE : ordinary(zone));
      }
      if (purpose == Purpose.ORDINARY) {
        return List.of(zone.meanings().get(0));
      }
      List<ZoneId> all = new ArrayList<>();
      all.add(westernmost(zone.meanings()));
      if (clocked.apart() && clocked.clock() != null) {
        all.add(rules.timeZone()); // a word in capitals may be no zone
      }
      return all;
    }

    /** Where the same clock shows a time last; meanings of one abbreviation are offsets. */
    private static ZoneId westernmost(List<ZoneId> meanings) {
      return meanings.stream()
          .min(
              Comparator.comparingInt(
                  zone -> zone instanceof ZoneOffset offset ? offset.getTotalSeconds() : 0))
          .orElseThrow();
    }

    /** RFC 5322 §4.3: letters of the military, which were used in both directions, say nothing. */
    private ZoneId ordinary(ZoneName zone) {
      return zone.written().length() == 1 ? ZoneOffset.UTC : rules.timeZone();
    }

    List<String> list(Clocked clocked, Instant at) {
      ZoneName zone = clocked.zone();
      List<String> all = new ArrayList<>(said);
      if (zone == null) {
        boolean dated = clocked.clock() == null && purpose == Purpose.ORDINARY;
        if (!dated) {
          String settled = rules.assumed() ? settledBy("timeZone") : "";
          all.add("time without zone, read as " + name(rules.timeZone()) + settled);
        }
      } else if (!zone.isKnown()) {
        ZoneId used = zones(clocked).get(0);
        String name = used.equals(LAST_ZONE) ? "UTC-12, the latest" : name(used);
        all.add("zone " + zone.written() + " is not known, read as " + name + settings(zone));
      } else if (zone.meanings().size() > 1 && !isSettled(zone)) {
        all.add(
            "zone "
                + zone.written()
                + " may mean "
                + zone.meanings()
                + ", read as "
                + (purpose == Purpose.EMBARGO ? "the latest" : zone.meanings().get(0))
                + settings(zone));
      }
      return all;
    }

    private boolean isSettled(ZoneName zone) {
      return purpose == Purpose.ORDINARY && ZoneTable.isStandard(zone.written());
    }

    private static String name(ZoneId zone) {
      return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    private static String settings(ZoneName zone) {
      return zone.written().indexOf(' ') < 0 ? settledBy("zones." + zone.written()) : "";
    }
  }
}
