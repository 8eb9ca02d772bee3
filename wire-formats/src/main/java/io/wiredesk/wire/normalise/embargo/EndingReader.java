package io.wiredesk.wire.normalise.embargo;

import io.wiredesk.wire.normalise.embargo.Line.Part;
import io.wiredesk.wire.time.ReadTime;
import io.wiredesk.wire.time.TimeReader;
import io.wiredesk.wire.time.TimeRules;
import io.wiredesk.wire.time.TimeWords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When an announced embargo ends: reads it behind the announcement, in parts and lines that say
 * nothing but a time, or before it. A time with words beside it that nobody here knows is not
 * understood, unless both day and clock stand there. Used for one item.
 */
final class EndingReader {

  private static final Duration WEEK = Duration.ofDays(7);

  private static final Set<String> ZONED =
      Set.of("time", "heure", "hora", "ora", "zeit", "ortszeit");
  private static final Kind[] TELLING = {Kind.OTHER, Kind.TRADE};
  private static final Kind[] ANNOUNCING = {
    Kind.NOUN, Kind.SEALED, Kind.HOLD, Kind.BAN, Kind.FREE, Kind.OVER
  };

  private final Instant created;
  private final TimeRules rules;

  EndingReader(Instant created, TimeRules rules) {
    this.created = created;
    this.rules = rules;
  }

  /**
   * What is said of an end.
   *
   * @param said something that means a time
   * @param at null where it is not said or not understood
   */
  record Ending(boolean said, @Nullable ReadTime at) {

    static final Ending NOT_SAID = new Ending(false, null);
  }

  Ending read(Line line, Claim claim, List<Line> below) {
    Part part = claim.part();
    int end = end(line, claim.scope(), part.to());
    String scope = line.text(claim.scope(), end);
    boolean odd = isOdd(line, claim.scope(), part.to(), scope);
    if (end == part.to()) {
      String more = alongside(line, part, scope);
      scope = scope + (more.isEmpty() ? line.point(end) : more);
      odd = odd || (!isWhole(scope) && isDayBeyond(line, part));
    }
    if (!isTimed(scope)) {
      scope = line.text(before(line, part), claim.from());
      odd = false;
    }
    if (!isWhole(scope)) {
      scope = scope + below(below);
      odd = odd && !isWhole(scope);
    }
    if (!isTimed(scope)) {
      return Ending.NOT_SAID;
    }
    boolean broken = !TimeWords.hasDay(scope) && TimeWords.mayHaveDay(scope); // "32 December"
    return new Ending(true, odd || broken ? null : ahead(scope));
  }

  /** A weekday alone that is today's is that of next week. */
  private @Nullable ReadTime ahead(String scope) {
    ReadTime time = TimeReader.announced(scope, created, rules);
    boolean weekday = time != null && time.dateOnly() && !scope.matches("(?s).*\\d.*");
    return weekday && !time.at().isAfter(created)
        ? new ReadTime(time.at().plus(WEEK), true, time.doubts())
        : time;
  }

  /** Up to the first word that tells news behind day and clock, what may be a zone included. */
  private static int end(Line line, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (isTelling(line, i) && isWhole(line.text(from, i)) && !isZone(line, i)) {
        int end = i + 1 < to && line.kind(i + 1) != Kind.TIME ? i + 2 : i + 1;
        while (end < to && line.words().get(end).gap().equals(".")) {
          end++; // "E.D.T."
        }
        return end;
      }
    }
    return to;
  }

  /** A short part without numbers behind a whole time may name its zone. */
  private static boolean isZone(Line line, Part part) {
    return part.to() - part.from() <= 4
        && line.words().subList(part.from(), part.to()).stream().noneMatch(Word::hasDigit);
  }

  private static boolean isZone(Line line, int at) {
    int last = Math.min(line.words().size(), at + 3);
    boolean region = at + 1 < last && line.words().get(at + 1).gap().equals("/");
    return region || namesZone(line, Math.max(0, at - 2), last);
  }

  private static boolean namesZone(Line line, int from, int to) {
    return line.words().subList(from, to).stream().anyMatch(word -> ZONED.contains(word.key()));
  }

  /** Words nobody knows stand before the time, or beside half of one. */
  private static boolean isOdd(Line line, int from, int to, String scope) {
    int time = line.first(Kind.TIME, from, to);
    int until = time < 0 || !isWhole(scope) ? to : time;
    return line.count(from, until, TELLING) > 0;
  }

  /** Further parts that say nothing but a time; a zone alone where the time is whole. */
  private static String alongside(Line line, Part part, String scope) {
    StringBuilder more = new StringBuilder();
    for (Part next : line.parts()) {
      if (next.from() < part.to()) {
        continue;
      }
      boolean whole = isWhole(scope + more);
      boolean zone = isZone(line, next);
      boolean only =
          line.count(next.from(), next.to(), TELLING) == 0
              || namesZone(line, next.from(), next.to());
      if (line.count(next.from(), next.to(), ANNOUNCING) > 0 || !(whole ? zone : only)) {
        break;
      }
      more.append(line.words().get(next.from()).gap()).append(line.text(next.from(), next.to()));
    }
    return more.toString();
  }

  /** Half a time, and a day among the words of news behind it: it may be meant. */
  private static boolean isDayBeyond(Line line, Part part) {
    for (Part next : line.parts()) {
      if (next.from() >= part.to()) {
        if (line.count(next.from(), next.to(), ANNOUNCING) > 0) {
          return false;
        }
        if (TimeWords.hasDay(line.text(next.from(), next.to()))) {
          return true;
        }
      }
    }
    return false;
  }

  /** The first word of the parts just before that say nothing but a time. */
  private static int before(Line line, Part part) {
    int from = part.from();
    for (int i = line.parts().indexOf(part) - 1; i >= 0; i--) {
      Part earlier = line.parts().get(i);
      if (line.count(earlier.from(), earlier.to(), TELLING) > 0
          || line.count(earlier.from(), earlier.to(), ANNOUNCING) > 0) {
        break;
      }
      from = earlier.from();
    }
    return from;
  }

  private static String below(List<Line> lines) {
    StringBuilder said = new StringBuilder();
    for (Line line : lines) {
      int all = line.words().size();
      if (line.count(0, all, TELLING) > 0
          || line.count(0, all, ANNOUNCING) > 0
          || line.count(0, all, Kind.TIME) == 0) {
        break;
      }
      said.append(' ').append(line.text(0, all));
    }
    return said.toString();
  }

  private static boolean isTelling(Line line, int at) {
    return line.kind(at) == Kind.OTHER || line.kind(at) == Kind.TRADE;
  }

  private static boolean isTimed(String scope) {
    return TimeWords.hasClock(scope)
        || TimeWords.hasDay(scope)
        || TimeWords.mayHaveClock(scope)
        || TimeWords.mayHaveDay(scope);
  }

  private static boolean isWhole(String scope) {
    return TimeWords.hasClock(scope) && TimeWords.hasDay(scope);
  }
}
