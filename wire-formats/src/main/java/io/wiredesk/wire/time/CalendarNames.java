package io.wiredesk.wire.time;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names of months, weekdays, today and tomorrow in the languages that the wires come in ({@code
 * calendar.txt}), without regard to case and accents. Stateless.
 */
public final class CalendarNames {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Map<String, Integer> MONTHS = new HashMap<>();
  private static final Map<String, Integer> SHORT_MONTHS = new HashMap<>();
  private static final Map<String, Integer> WEEKDAYS = new HashMap<>();
  private static final Map<String, Integer> DAYS = new HashMap<>();
  private static final List<String> MONTHS_WRITTEN = new ArrayList<>();
  private static final List<String> WEEKDAYS_WRITTEN = new ArrayList<>();

  static {
    load();
  }

  /** Alternatives of a pattern: every month's name that reads as one in running text. */
  public static final String MONTH = alternatives(MONTHS_WRITTEN);

  /** Alternatives of a pattern: every weekday's name. */
  public static final String WEEKDAY = alternatives(WEEKDAYS_WRITTEN);

  private CalendarNames() {}

  /** 1–12, short forms included, or nothing where the word is no month. */
  public static OptionalInt month(String word) {
    String plain = plain(word);
    Integer month = MONTHS.get(plain);
    Integer any = month == null ? SHORT_MONTHS.get(plain) : month;
    return any == null ? OptionalInt.empty() : OptionalInt.of(any);
  }

  /** 1–12 for a name that is no other word, or nothing. */
  static OptionalInt monthInText(String word) {
    Integer month = MONTHS.get(plain(word));
    return month == null ? OptionalInt.empty() : OptionalInt.of(month);
  }

  static @Nullable DayOfWeek weekday(String word) {
    Integer day = WEEKDAYS.get(plain(word));
    return day == null ? null : DayOfWeek.of(day);
  }

  /** Days from today: 0 or 1; nothing where the word says neither. */
  static OptionalInt daysAhead(String word) {
    Integer days = DAYS.get(plain(word));
    return days == null ? OptionalInt.empty() : OptionalInt.of(days);
  }

  static boolean isName(String word) {
    return month(word).isPresent() || weekday(word) != null || daysAhead(word).isPresent();
  }

  /** Small letters without accents. */
  static String plain(String word) {
    return MARKS
        .matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT)
        .replace('ø', 'o')
        .replace('ı', 'i')
        .replace('ł', 'l')
        .replace('’', '\'')
        .replace("æ", "ae");
  }

  private static void load() {
    for (String line : lines("calendar.txt")) {
      String[] halves = line.split("\\|", 2);
      String[] words = halves[0].strip().split(" ");
      int number = Integer.parseInt(words[1]);
      for (int i = 2; i < words.length; i++) {
        put(words[0], number, words[i]);
      }
      if (halves.length > 1) {
        for (String name : halves[1].strip().split(" ")) {
          SHORT_MONTHS.putIfAbsent(plain(name), number);
        }
      }
    }
  }

  private static void put(String kind, int number, String name) {
    switch (kind) {
      case "month" -> {
        MONTHS.putIfAbsent(plain(name), number);
        MONTHS_WRITTEN.add(name);
      }
      case "weekday" -> {
        WEEKDAYS.putIfAbsent(plain(name), number);
        WEEKDAYS_WRITTEN.add(name);
      }
      case "day" -> DAYS.putIfAbsent(plain(name), number);
      default -> throw new IllegalStateException("calendar.txt: " + kind);
    }
  }

  private static String alternatives(List<String> names) {
    List<String> all = new ArrayList<>(names);
    names.stream().map(CalendarNames::plain).forEach(all::add);
    return String.join(
        "|",
        all.stream()
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(w -> w))
            .map(Pattern::quote)
            .toList());
  }

  /** The lines of a table beside this class, without comments. */
  static List<String> lines(String resource) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(CalendarNames.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
