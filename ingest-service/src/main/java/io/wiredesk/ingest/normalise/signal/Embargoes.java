package io.wiredesk.ingest.normalise.signal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads embargoes out of headlines, slugs, notes and first lines: "EMBARGOED UNTIL 00:01 GMT
 * Tuesday 5 May", "Sperrfrist: 18.00 Uhr", "Embargo jusqu'au 12 mai à 18h00", "For release at 6
 * p.m. EST June 3". Where doubt is left, the later moment counts: a late story is a pity, a broken
 * embargo a disaster. Stateless, safe to share.
 */
public final class Embargoes {

  private static final String START =
      "^[\\s*+=#!>~(\\[«\"'–—-]*(?:(?:eds?|editors?|note|nota|achtung|attention|attenzione|atención|nb)\\b['’:., -]{0,3}|\\^)?";

  /** Words that announce an embargo by themselves, at the start of a line or in brackets. */
  private static final Pattern ANNOUNCED =
      pattern(
          "(?:"
              + START
              + "|[(\\[*]\\s*)(?:"
              + "(?:strict(?:ly)? |under (?:strict )?)?embargoed\\b|"
              + "(?:strict(?:ly)?|under(?: strict)?|sous|bajo|sotto|unter|onder|media|press|news|note:?|nota:?) embargo\\b(?! (?:on|against|auf|sur|sobre|contra)\\b)|"
              + "embargo\\W{1,3}(?:until|till|til|bis|jusqu|hasta|fino|tot|\\d|"
              + Calendar.WEEKDAY
              + "|"
              + Calendar.MONTH
              + ")|"
              + "embargo\\s*[:–—/-]\\W*(?:not|to|for|strict|hold|release|check|see|nicht|ne|no|non|frei|le|el)\\b|"
              + "embargo(?:ed)?\\W*$|"
              + "embargo (?:lifts?|ends?|expires?|time|date|will (?:lift|end)|is in (?:force|place))\\b|"
              + "embarg(?:ada|ado|ata|ato) (?:hasta|fino)\\b|"
              + "sperrfrist\\b(?!\\p{L}| (?:für|beim|von|bei)\\b)|sperrvermerk\\b|gesperrt bis\\b|frei(?:gegeben)? (?:ab|für)\\W.{0,30}\\d|"
              + "hold(?:ing)? for release\\b|hfr\\b|held for release\\b|"
              + "for release (?:at|on|after|from|not before|by|\\d|"
              + Calendar.WEEKDAY
              + "|"
              + Calendar.MONTH
              + "|sunday|a\\.?m|p\\.?m)|"
              + "(?:release (?:at|date|time|on|after)|time of release)\\s*:.{0,40}\\d|"
              + "advance(?:d)? for (?:use|release)\\b)");

  /** Phrases that announce one wherever they stand in a note or a first line. */
  private static final Pattern PHRASE =
      pattern(
          "\\bnot (?:to be |for )(?:publication|publish(?:ed)?|release(?:d)?|use[d]?|broadcast|transmission)[^.\\n]{0,60}?\\b(?:before|until|till|prior to|ahead of)\\b|"
              + "\\b(?:do not (?:publish|use|release|broadcast)|not to be used)[^.\\n]{0,40}?\\b(?:before|until|prior to)\\b|"
              + "\\bembargoed (?:until|till|to|for)\\b|\\bunder (?:strict )?embargo (?:until|till|to)\\b|"
              + "\\bnicht vor\\b[^.\\n]{0,40}(?:veröffentlichen|verwenden|senden)|\\bzur veröffentlichung (?:ab|am|nicht vor|erst)\\b|"
              + "\\bne pas (?:publier|diffuser|utiliser) avant\\b|\\bà ne pas (?:publier|diffuser) avant\\b|"
              + "\\bno (?:publicar|difundir|utilizar) (?:antes|hasta)\\b|\\bnon (?:pubblicare|diffondere|utilizzare) prima\\b|"
              + "\\bembargo (?:jusqu['’]|hasta|fino a|bis|tot)\\b");

  /** One of these stands in every announcement, in small letters: most texts are done with here. */
  private static final List<String> HINTS =
      List.of(
          "embarg",
          "sperr",
          "release",
          "hfr",
          "advance",
          "frei",
          "ffentlich",
          "nicht vor",
          "publi",
          "difund",
          "diffon",
          "diffus",
          "utili",
          "not to be used",
          "broadcast",
          "transmission",
          "do not use",
          "not for use");

  private static final Pattern IMMEDIATE =
      pattern(
          "\\b(?:for )?immediate release\\b|\\bno embargo\\b|\\bohne sperrfrist\\b|\\bkeine sperrfrist\\b|\\bsans embargo\\b|\\bsin embargo\\b|\\bsenza embargo\\b");

  private static final Pattern COLON = Pattern.compile("[^:.]{0,30}:");
  private static final int REACH = 200;

  /** The embargo that the item's texts announce, null where none does. */
  public @Nullable Embargo read(Slots slots, Instant created, ZoneId zone) {
    return read(slots.list(), created, zone);
  }

  @Nullable Embargo read(List<Slot> slots, Instant created, ZoneId zone) {
    Embargo unreadable = null;
    for (int i = 0; i < slots.size(); i++) {
      Matcher announced = announced(slots.get(i));
      if (announced == null) {
        continue;
      }
      String line = slots.get(i).text();
      String scope = line.substring(announced.start());
      Instant until = until(scope, created, zone);
      if (until == null
          && i + 1 < slots.size()
          && slots.get(i + 1).place() == slots.get(i).place()) {
        until = until(cut(scope + " " + cut(slots.get(i + 1).text(), 80), REACH), created, zone);
      }
      if (!isAnnouncement(slots.get(i), announced, scope)) {
        continue;
      }
      if (until != null) {
        return new Embargo(until, line);
      }
      unreadable = unreadable == null ? new Embargo(null, line) : unreadable;
    }
    return unreadable;
  }

  /** Outside notes, a word in running case without colon or clock time may be an embargo on oil. */
  private static boolean isAnnouncement(Slot slot, Matcher announced, String scope) {
    String said = announced.group();
    return slot.place() == Slot.Place.NOTE
        || said.equals(said.toUpperCase(Locale.ROOT))
        || scope.length() <= 24
        || COLON.matcher(scope).lookingAt()
        || ClockTime.find(cut(scope, REACH)) != null;
  }

  private static @Nullable Matcher announced(Slot slot) {
    String text = slot.text();
    String lower = text.toLowerCase(Locale.ROOT);
    if (HINTS.stream().noneMatch(lower::contains) || IMMEDIATE.matcher(text).find()) {
      return null;
    }
    Matcher start = ANNOUNCED.matcher(text);
    if (start.find()) {
      return start;
    }
    boolean speaks = slot.place() == Slot.Place.NOTE || slot.place() == Slot.Place.FIRST_LINE;
    Matcher phrase = PHRASE.matcher(text);
    return speaks && phrase.find() && !quotes(slot, phrase.start()) ? phrase : null;
  }

  /** In copy, a phrase deep in the sentence or within quotation marks is somebody's words. */
  private static boolean quotes(Slot slot, int at) {
    if (slot.place() == Slot.Place.NOTE) {
      return false;
    }
    String before = slot.text().substring(0, at);
    return before.length() > 60 || before.indexOf('"') >= 0 || before.indexOf('“') >= 0;
  }

  private static @Nullable Instant until(String scope, Instant created, ZoneId feedZone) {
    String text = cut(scope, REACH);
    ClockTime clock = ClockTime.find(text);
    if (clock != null && !clock.readable()) {
      return null;
    }
    ZoneId zone = clock != null && clock.zone() != null ? clock.zone() : feedZone;
    ZonedDateTime now = created.atZone(zone);
    String rest =
        clock == null
            ? text
            : text.substring(0, clock.start()) + " ; " + text.substring(clock.end());
    LocalDate day = CalendarDay.find(rest, now.toLocalDate());
    if (day == null && clock == null) {
      return null;
    }
    LocalTime time = clock == null ? LocalTime.MIDNIGHT : clock.time();
    if (day != null) {
      return day.atTime(time).atZone(zone).toInstant();
    }
    ZonedDateTime today = now.toLocalDate().atTime(time).atZone(zone);
    return (today.isBefore(now) ? today.plusDays(1) : today).toInstant();
  }

  private static String cut(String text, int length) {
    return text.substring(0, Math.min(length, text.length()));
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(
        regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }
}
