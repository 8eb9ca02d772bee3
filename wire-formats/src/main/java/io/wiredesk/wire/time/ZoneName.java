package io.wiredesk.wire.time;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A zone as a text names it. Immutable.
 *
 * @param written as it stands
 * @param meanings zones that it may mean, the ordinary one first; empty where nobody here knows it
 * @param end one past its last character
 */
record ZoneName(String written, List<ZoneId> meanings, int end) {

  private static final int FLAGS = Pattern.UNICODE_CHARACTER_CLASS;
  private static final String SIGN = "[+\\-\u2212\u2013]";
  private static final Pattern OFFSET =
      Pattern.compile(
          "(?:(?:GMT|UTC|UT|Z)\\s?("
              + SIGN
              + ")(\\d{1,2})(?:[:.]?([0-9]{2}))?(?![\\d:])"
              + "|(?:GMT|UTC)\\s(?i:(MINUS|PLUS|"
              + SIGN
              + "))\\s(\\d{1,2})(?![\\d:.])|("
              + SIGN
              + ")(\\d{2}):?(\\d{2})(?![\\d:])"
              + "|("
              + SIGN
              + ")(\\d{2})(?![\\d:/]|\\.\\d))",
          FLAGS);
  private static final Pattern REGION =
      Pattern.compile("\\p{Lu}\\p{L}+/[A-Z][\\w+-]*(?:/[A-Z]\\w+)?", FLAGS);
  private static final Pattern LOCAL =
      Pattern.compile(
          "(?:local(?:\\s+time)?|heure locale|hora local|ora locale|ortszeit|lokal\\p{L}* \\p{L}+"
              + "|plaatselijke tijd|местн\\p{L}+ времени|местн\\p{L}+)\\b",
          FLAGS | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern OF_PLACE =
      Pattern.compile(
          "(?:heure|hora|ora)\\s+(?:de la |de |di |do |da |d['’])?(\\p{L}+(?: \\p{Lu}\\p{L}+)?)",
          FLAGS | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern TIME_OF =
      Pattern.compile(
          "(\\p{L}[\\p{L}.'’-]*(?: \\p{L}[\\p{L}.'’-]*){0,3}?) (?i:time|zeit|tid|tijd|времени)\\b",
          FLAGS);
  private static final Pattern WORDS = Pattern.compile("\\p{L}+(?: \\p{L}+)?", FLAGS);
  private static final Pattern SUMMER =
      Pattern.compile(" (?:standard|daylight|summer)$", Pattern.CASE_INSENSITIVE);
  private static final Pattern WITHIN =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:(?:GMT|UTC)\\s?[+-]\\d{1,2}(?::?\\d{2})?(?!\\d)|\\p{Lu}{2,5})"
              + "(?=\\s*(?:$|[^\\p{L}\\d\\s]))",
          FLAGS);
  private static final Pattern FAR = Pattern.compile("[;\u2013\u2014-]");
  private static final Pattern POINTED = Pattern.compile("(?:\\p{Lu}\\.){2,5}(?!\\p{L})", FLAGS);
  private static final Pattern IN_PLACE =
      Pattern.compile("(?i:in|à|en|a)\\s+(\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)?)", FLAGS);
  private static final Pattern WORD_START = Pattern.compile("(?<!\\p{L})(?=\\p{L})", FLAGS);
  private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}{1,5}", FLAGS);

  /** Words that stand behind a clock and are no zones, in lines all in capitals. */
  private static final Set<String> NO_ZONES =
      Set.copyOf(
          List.of(
              ("ON AM PM LE LA LES DE DEL DELLA DU DES EL IL DI DA DEI DO DOS AT THE TIME AND FOR"
                      + " UND OU O OF NOT PLEASE FREI UHR UUR HRS HR HOURS HORAS HORA ORE ORA HEURE"
                      + " H UR IN TO OR AB IM BIS VOM ZUM FÜR MIT BY FROM NEXT THIS UNTIL TILL PAR"
                      + " POUR SUR AU AUX CE EN Y E A À I LOS LAS AL ESTE KL KLO PÅ DEN OP VAN TOT NA"
                      + " V G AUF ALS SHARP NOON ONLY ALL EDS IS ARE BE IF NO WITH UM OD W DNE DER DIE"
                      + " DAS В НА ДО Г И С")
                  .split(" ")));

  /** Lower-case words of other languages that are also abbreviations of zones. */
  private static final Set<String> WORDS_TOO =
      Set.of(
          "ist", "est", "met", "act", "art", "eat", "cat", "get", "pet", "east", "west", "bit",
          "ret", "tot", "pont", "wit", "samt");

  boolean isKnown() {
    return !meanings.isEmpty();
  }

  /**
   * The zone that stands at the beginning of a text, right behind a clock.
   *
   * @param attached no space parts it from the clock
   * @param half the clock says a.m. or p.m.
   * @param value the text is a time as a whole: behind a date that was cut out a zone may stand too
   * @return null where none does
   */
  static @Nullable ZoneName behind(
      String text, boolean attached, boolean half, boolean value, TimeRules rules) {
    int at = 0;
    while (at < text.length() && isBetween(text, at)) {
      at++;
    }
    Matcher offset = OFFSET.matcher(text).region(at, text.length());
    if (offset.lookingAt() && !isDay(offset, text)) {
      return offset(offset);
    }
    Matcher region = REGION.matcher(text).region(at, text.length());
    if (region.lookingAt()) {
      return of(region.group(), ZoneTable.region(region.group()), region.end());
    }
    Matcher local = LOCAL.matcher(text).region(at, text.length());
    if (local.lookingAt()) {
      return new ZoneName(local.group(), List.of(), local.end());
    }
    ZoneName phrase = phrase(text, at);
    ZoneName name =
        phrase == null ? abbreviation(text, at, attached && at == 0, half, rules) : phrase;
    boolean near = value || !FAR.matcher(text.substring(0, at)).find();
    return name == null || name.isKnown() || near ? name : null;
  }

  /** The first zone that is known, wherever in a text it stands; null where there is none. */
  static @Nullable ZoneName within(String text, TimeRules rules) {
    Matcher word = WITHIN.matcher(text);
    while (word.find()) {
      Matcher offset = OFFSET.matcher(word.group());
      if (offset.matches()) {
        return offset(offset);
      }
      List<ZoneId> meanings = meanings(word.group(), rules);
      if (meanings != null) {
        return new ZoneName(word.group(), meanings, word.end());
      }
    }
    Matcher start = WORD_START.matcher(text);
    while (start.find()) {
      ZoneName phrase = phrase(text, start.start());
      if (phrase != null && phrase.isKnown()) {
        return phrase;
      }
    }
    return null;
  }

  /**
   * Space, brackets and the like before a zone; a dash where a space follows, else it is a sign.
   */
  private static boolean isBetween(String text, int at) {
    char c = text.charAt(at);
    boolean dash = c == '-' || c == '\u2013' || c == '\u2014';
    return dash
        ? at + 1 < text.length() && text.charAt(at + 1) == ' '
        : " ,;/([\u00a0\t".indexOf(c) >= 0;
  }

  /** "18:00 -06 December". */
  private static boolean isDay(Matcher offset, String text) {
    Matcher word = WORDS.matcher(text).region(offset.end(), text.length());
    boolean alone =
        (offset.group(9) != null || offset.group(4) != null) && offset.end() < text.length();
    return alone
        && word.region(offset.end() + 1, text.length()).lookingAt()
        && CalendarNames.month(word.group().split(" ")[0]).isPresent();
  }

  private static ZoneName offset(Matcher m) {
    int group = m.group(1) != null ? 1 : m.group(4) != null ? 4 : m.group(6) != null ? 6 : 9;
    boolean west = !"+".equals(m.group(group)) && !"plus".equalsIgnoreCase(m.group(group));
    int hours = Integer.parseInt(m.group(group + 1));
    String digits = group == 9 || group == 4 ? null : m.group(group + 2);
    int minutes = digits == null ? 0 : Integer.parseInt(digits);
    int seconds = hours * 3600 + minutes * 60;
    boolean real = minutes < 60 && seconds <= 18 * 3600;
    ZoneOffset zone = real ? ZoneOffset.ofTotalSeconds(west ? -seconds : seconds) : null;
    return of(m.group().strip(), zone, m.end());
  }

  /** "heure de Paris", "New York time", "Eastern", with whatever else stands around the name. */
  private static @Nullable ZoneName phrase(String text, int at) {
    Matcher place = OF_PLACE.matcher(text).region(at, text.length());
    if (place.lookingAt()) {
      List<ZoneId> zone = place(place.group(1));
      List<ZoneId> first = zone == null ? place(place.group(1).split(" ")[0]) : zone;
      return new ZoneName(place.group(), first == null ? List.of() : first, place.end());
    }
    Matcher in = IN_PLACE.matcher(text).region(at, text.length());
    if (in.lookingAt()) {
      List<ZoneId> zone = place(in.group(1));
      List<ZoneId> first = zone == null ? place(in.group(1).split(" ")[0]) : zone;
      return first == null ? null : new ZoneName(in.group(), first, in.end());
    }
    Matcher time = TIME_OF.matcher(text).region(at, text.length());
    if (time.lookingAt()) {
      List<ZoneId> zone = place(time.group(1));
      boolean name = Character.isUpperCase(time.group(1).charAt(0)) && isPlace(time.group(1));
      if (zone != null || name) {
        return new ZoneName(time.group(), zone == null ? List.of() : zone, time.end());
      }
    }
    Matcher words = WORDS.matcher(text).region(at, text.length());
    if (!words.lookingAt()) {
      return null;
    }
    String both = words.group();
    String first = both.split(" ")[0];
    for (String name : both.equals(first) ? List.of(both) : List.of(both, first)) {
      List<ZoneId> zone = name.length() > 5 || name.contains(" ") ? ZoneTable.named(name) : null;
      if (zone != null) {
        return new ZoneName(name, zone, words.start() + name.length());
      }
    }
    return null;
  }

  private static boolean isPlace(String words) {
    for (String word : words.split(" ")) {
      if (CalendarNames.isName(word) || NO_ZONES.contains(word.toUpperCase(Locale.ROOT))) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable List<ZoneId> place(String written) {
    String name = written.replace(".", "");
    List<ZoneId> named = ZoneTable.named(name);
    if (named != null) {
      return named;
    }
    String bare = SUMMER.matcher(name).replaceFirst("");
    List<ZoneId> place = ZoneTable.named(bare);
    ZoneId city = place == null ? ZoneTable.city(bare) : null;
    return city == null ? place : List.of(city);
  }

  private static @Nullable ZoneName abbreviation(
      String text, int at, boolean attached, boolean half, TimeRules rules) {
    Matcher pointed = POINTED.matcher(text).region(at, text.length());
    List<ZoneId> known =
        pointed.lookingAt() ? meanings(pointed.group().replace(".", ""), rules) : null;
    if (known != null) {
      return new ZoneName(pointed.group(), known, pointed.end());
    }
    int end = at;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    boolean cut = end < text.length() && Character.isDigit(text.charAt(end));
    if (end == at || end - at > 6 || cut) {
      return null;
    }
    String word = text.substring(at, end);
    boolean capitals = CAPITALS.matcher(word).matches();
    List<ZoneId> meanings = capitals || isAllowed(word, half) ? meanings(word, rules) : null;
    if (meanings != null && (word.length() > 1 || attached || word.equals("Z"))) {
      return new ZoneName(word, meanings, end);
    }
    if (!capitals || CalendarNames.isName(word) || NO_ZONES.contains(word)) {
      return word.length() == 1 && capitals && attached ? unknown(word, end) : null;
    }
    boolean alone = attached || text.substring(end).isBlank();
    return word.length() > 1 || alone ? unknown(word, end) : null;
  }

  private static boolean isAllowed(String word, boolean half) {
    return word.equals("z") || (word.length() >= 3 && (half || !WORDS_TOO.contains(word)));
  }

  private static ZoneName unknown(String word, int end) {
    return new ZoneName(word, List.of(), end);
  }

  private static @Nullable List<ZoneId> meanings(String word, TimeRules rules) {
    ZoneId own = rules.zones().get(word.toUpperCase(Locale.ROOT));
    return own == null ? ZoneTable.named(word) : List.of(own);
  }

  private static ZoneName of(String written, @Nullable ZoneId zone, int end) {
    return new ZoneName(written, zone == null ? List.of() : List.of(zone), end);
  }
}
