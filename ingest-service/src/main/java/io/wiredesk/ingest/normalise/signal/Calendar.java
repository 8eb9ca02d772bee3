package io.wiredesk.ingest.normalise.signal;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Month, weekday and relative day names of the wires' languages. Immutable. */
final class Calendar {

  private static final Map<String, Month> MONTHS =
      named(
          Month.values(),
          List.of(
              "january|jan|januar|jänner|janvier|janv|enero|ene|gennaio|gen|januari|janeiro",
              "february|feb|februar|feber|février|fevrier|févr|fév|febrero|febbraio|februari|fevereiro",
              "march|mar|märz|maerz|mrz|mars|marzo|maart|março",
              "april|apr|avril|avr|abril|abr|aprile",
              "may|mai|mayo|maggio|mag|mei|maio",
              "june|jun|juni|juin|junio|giugno|giu|junho",
              "july|jul|juli|juillet|juil|julio|luglio|lug|julho",
              "august|aug|août|aout|agosto|ago|augustus",
              "september|sept|sep|septembre|septiembre|settembre|set|setembro",
              "october|oct|oktober|okt|octobre|octubre|ottobre|ott|outubro",
              "november|nov|novembre|noviembre|novembro",
              "december|dec|dezember|dez|décembre|decembre|déc|diciembre|dic|dicembre|dezembro"));

  private static final Map<String, DayOfWeek> WEEKDAYS =
      named(
          DayOfWeek.values(),
          List.of(
              "monday|mon|montag|lundi|lunes|lunedì|lunedi|maandag",
              "tuesday|tue|tues|dienstag|mardi|martes|martedì|martedi|dinsdag",
              "wednesday|wed|mittwoch|mercredi|miércoles|miercoles|mercoledì|mercoledi|woensdag",
              "thursday|thu|thurs|donnerstag|jeudi|jueves|giovedì|giovedi|donderdag",
              "friday|fri|freitag|vendredi|viernes|venerdì|venerdi|vrijdag",
              "saturday|sat|samstag|sonnabend|samedi|sábado|sabado|sabato|zaterdag",
              "sunday|sun|sonntag|dimanche|domingo|domenica|zondag"));

  private static final Set<String> TODAY =
      Set.of("today", "tonight", "heute", "aujourd'hui", "aujourd’hui", "hoy", "oggi", "vandaag");
  private static final Set<String> TOMORROW =
      Set.of("tomorrow", "morgen", "demain", "mañana", "domani");

  static final String MONTH = alternatives(MONTHS.keySet());
  static final String WEEKDAY = alternatives(WEEKDAYS.keySet());
  static final String RELATIVE = alternatives(TODAY) + "|" + alternatives(TOMORROW);

  private Calendar() {}

  static Month month(String name) {
    Month month = MONTHS.get(name.toLowerCase(Locale.ROOT));
    if (month == null) {
      throw new IllegalArgumentException("no month: " + name);
    }
    return month;
  }

  static DayOfWeek weekday(String name) {
    DayOfWeek day = WEEKDAYS.get(name.toLowerCase(Locale.ROOT));
    if (day == null) {
      throw new IllegalArgumentException("no weekday: " + name);
    }
    return day;
  }

  /** Days from today: 0 or 1. */
  static int daysAhead(String name) {
    return TOMORROW.contains(name.toLowerCase(Locale.ROOT)) ? 1 : 0;
  }

  private static <T> Map<String, T> named(T[] values, List<String> names) {
    Map<String, T> map = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      for (String name : names.get(i).split("\\|")) {
        map.put(name, values[i]);
      }
    }
    return Map.copyOf(map);
  }

  private static String alternatives(Set<String> words) {
    return String.join(
        "|",
        words.stream()
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(w -> w))
            .map(Pattern::quote)
            .toList());
  }
}
