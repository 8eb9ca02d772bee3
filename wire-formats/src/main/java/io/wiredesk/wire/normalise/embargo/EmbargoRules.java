package io.wiredesk.wire.normalise.embargo;

import io.wiredesk.wire.normalise.embargo.Line.Part;
import io.wiredesk.wire.normalise.embargo.Line.Place;
import io.wiredesk.wire.time.TimeWords;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of a line announce an embargo. A part does where its first words that tell anything
 * announce; what stands deep in a sentence, in somebody's quotation marks or among words of trade
 * is news. Stateless.
 */
final class EmbargoRules {

  /** So many other words may stand behind a limit that is no time: "until the verdict is read". */
  private static final int EVENT = 2;

  private EmbargoRules() {}

  static List<Claim> claims(Line line) {
    List<Claim> claims = new ArrayList<>();
    for (Part part : line.parts()) {
      for (int at : line.phrases(part.from(), part.to())) {
        Claim claim = claim(line, part, at);
        if (claim != null) {
          if (line.place() != Place.COPY || standsAlone(line, claim)) {
            claims.add(claim);
          }
          break;
        }
      }
    }
    return claims;
  }

  /** Within the copy a line must announce from its first word on, and say little else. */
  private static boolean standsAlone(Line line, Claim claim) {
    return line.count(0, claim.from(), Kind.OTHER, Kind.TRADE) == 0
        && line.count(0, line.words().size(), Kind.OTHER, Kind.TRADE) <= EVENT;
  }

  private static @Nullable Claim claim(Line line, Part part, int at) {
    return switch (line.kind(at)) {
      case SEALED -> sealed(line, part, at);
      case NOUN -> leads(line, part, at) ? noun(line, part, at) : null;
      case OVER -> trades(line, part) ? null : claim(line, part, at, false);
      case HOLD -> hold(line, part, at);
      case BAN -> ban(line, part, at);
      case LATER, DUE -> alone(line, part, at);
      case PAPER -> paper(line, part, at);
      default -> null;
    };
  }

  private static @Nullable Claim sealed(Line line, Part part, int at) {
    int next = line.ends().get(at);
    int rest = line.count(next, part.to(), Kind.OTHER, Kind.TRADE);
    boolean timed = line.count(next, part.to(), Kind.LIMIT, Kind.TIME) > 0;
    if (!leads(line, part, at)) {
      boolean until =
          next < part.to() && (line.kind(next) == Kind.LIMIT || line.kind(next) == Kind.TIME);
      boolean news = isQuoted(line, part, at) || line.count(part.from(), at, Kind.TRADE) > 0;
      return until && !news ? claim(line, part, at, false) : null;
    }
    if (rest == 0 || timed || contrasts(line, at)) {
      boolean direct = next == part.to() || !tells(line.kind(next));
      return claim(line, part, at, rest == 0 || direct || contrasts(line, at));
    }
    return null;
  }

  private static @Nullable Claim noun(Line line, Part part, int at) {
    int next = line.ends().get(at);
    if (contrasts(line, at)) {
      return claim(line, part, at, true);
    }
    if (next == part.to()) {
      return bare(line, part, at);
    }
    if (trades(line, part)) {
      return null;
    }
    int rest = line.count(next, part.to(), Kind.OTHER);
    return switch (line.kind(next)) {
      case LIMIT -> claim(line, part, at, rest <= EVENT);
      case TIME -> claim(line, part, at, false);
      case ON -> tells(line.kind(line.ends().get(next))) ? null : filled(line, part, at, rest);
      case OTHER -> rest <= 1 ? claim(line, part, at, false) : null;
      default -> filled(line, part, at, rest);
    };
  }

  private static @Nullable Claim filled(Line line, Part part, int at, int rest) {
    int next = line.ends().get(at);
    while (next < part.to() && line.kind(next) == Kind.FILLER) {
      next++;
    }
    boolean timed =
        next < part.to() && (line.kind(next) == Kind.TIME || line.kind(next) == Kind.LIMIT);
    return rest == 0 || timed || rest <= 1 ? claim(line, part, at, rest == 0) : null;
  }

  /** The noun ends its part: a mark on the line, unless what follows tells of an embargo. */
  private static Claim bare(Line line, Part part, int at) {
    int last = line.words().size();
    boolean topic = line.place() == Place.KEYWORD || line.place() == Place.SLUGLINE;
    boolean trade = line.count(0, last, Kind.TRADE) > 0;
    boolean news = line.count(part.to(), last, Kind.OTHER) > EVENT;
    return claim(line, part, at, !trade && !news && !(topic && isPlain(line, at)));
  }

  /** In small letters among the topics of a story it may be one. */
  private static boolean isPlain(Line line, int at) {
    return line.place() == Place.KEYWORD && !line.words().get(at).isCapital();
  }

  private static @Nullable Claim hold(Line line, Part part, int at) {
    int limit = line.ends().get(at);
    while (limit < part.to() && line.kind(limit) == Kind.FILLER) {
      limit++;
    }
    if (line.kind(limit) != Kind.LIMIT || !leads(line, part, at)) {
      return heldBefore(line, part, at);
    }
    Part held = limit < part.to() ? part : partOf(line, limit);
    int rest = line.count(limit, held.to(), Kind.OTHER, Kind.TRADE);
    return rest > 1 ? null : new Claim(held, at, limit, rest == 0);
  }

  /** "Bis 2. Dezember, 10 Uhr, gesperrt": the limit, a clock and nothing else stand before it. */
  private static @Nullable Claim heldBefore(Line line, Part part, int at) {
    int limit = line.first(Kind.LIMIT, part.from(), at);
    boolean alone = line.count(part.from(), part.to(), Kind.OTHER, Kind.TRADE) == 0;
    boolean clock = limit >= 0 && TimeWords.hasClock(line.text(limit, at));
    return clock && alone && leads(line, part, at) ? new Claim(part, limit, limit, true) : null;
  }

  private static @Nullable Claim ban(Line line, Part part, int at) {
    int next = line.ends().get(at);
    int limit = line.first(Kind.LIMIT, next, part.to());
    Part banned = part;
    if (limit < 0 && line.kind(part.to()) == Kind.LIMIT) {
      limit = part.to();
      banned = partOf(line, limit);
    }
    int before = line.first(Kind.LIMIT, part.from(), at);
    if (limit >= 0
        && line.count(next, limit, Kind.OTHER, Kind.TRADE) == 0
        && leads(line, part, at)) {
      int rest = line.count(limit, banned.to(), Kind.OTHER, Kind.TRADE);
      return new Claim(banned, at, limit, rest <= EVENT);
    }
    boolean early = before >= 0 && line.count(part.from(), at, Kind.OTHER, Kind.TRADE) == 0;
    return early ? new Claim(part, before, before, false) : null;
  }

  /** Counts where nothing else stands in its part, one word aside where a clock is given. */
  private static @Nullable Claim alone(Line line, Part part, int at) {
    int rest = line.count(part.from(), part.to(), Kind.OTHER, Kind.TRADE);
    boolean clock = TimeWords.hasClock(line.text(part.from(), part.to()));
    boolean free = line.count(part.from(), part.to(), Kind.FREE) > 0;
    boolean counts = rest <= (clock ? 1 : 0) && !free && leads(line, part, at);
    return counts ? claim(line, part, at, false) : null;
  }

  private static @Nullable Claim paper(Line line, Part part, int at) {
    boolean led = line.count(part.from(), at, Kind.FOR, Kind.LIMIT, Kind.DUE) > 0;
    boolean day = line.count(part.from(), part.to(), Kind.TIME) > 0;
    boolean only = line.count(part.from(), part.to(), Kind.OTHER, Kind.TRADE) == 0;
    return led && day && only ? new Claim(part, part.from(), part.from(), false) : null;
  }

  private static Claim claim(Line line, Part part, int at, boolean sure) {
    int next = line.ends().get(at);
    int limit = line.first(Kind.LIMIT, next, part.to());
    int time = line.first(Kind.TIME, next, part.to());
    boolean later = limit >= 0 && (time < 0 || limit < time);
    return new Claim(part, at, later ? limit : next, sure);
  }

  private static Part partOf(Line line, int word) {
    return line.parts().stream()
        .filter(part -> part.from() <= word && word < part.to())
        .findFirst()
        .orElseThrow();
  }

  /** Nothing before it in its part tells news. */
  private static boolean leads(Line line, Part part, int at) {
    return line.count(part.from(), at, Kind.OTHER, Kind.TRADE) == 0 && !isQuoted(line, part, at);
  }

  /** Within quotation marks; a line that is in them as a whole is not. */
  private static boolean isQuoted(Line line, Part part, int at) {
    int from = hasMark(line, 0) ? 1 : Math.max(1, part.from());
    int to = hasMark(line, 0) ? line.words().size() : at + 1;
    for (int i = from; i < to; i++) {
      if (hasMark(line, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasMark(Line line, int word) {
    return line.words().get(word).gap().chars().anyMatch(c -> "\"“”„«»".indexOf(c) >= 0);
  }

  private static boolean trades(Line line, Part part) {
    return line.count(part.from(), part.to(), Kind.TRADE) > 0;
  }

  private static boolean tells(Kind kind) {
    return kind == Kind.OTHER || kind == Kind.TRADE;
  }

  /** In capitals where the words that tell news behind it are not. */
  private static boolean contrasts(Line line, int at) {
    if (!line.words().get(at).isCapital()) {
      return false;
    }
    for (int i = line.ends().get(at); i < line.words().size(); i++) {
      if (tells(line.kind(i))) {
        return !line.words().get(i).isCapital() && line.words().get(i).text().length() > 1;
      }
    }
    return false;
  }
}
