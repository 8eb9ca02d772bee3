package io.wiredesk.wire.normalise.embargo;

import io.wiredesk.wire.normalise.embargo.EndingReader.Ending;
import io.wiredesk.wire.normalise.embargo.Line.Place;
import io.wiredesk.wire.time.ReadTime;
import io.wiredesk.wire.time.TimeRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads embargoes out of an item's texts: "EMBARGOED UNTIL 00:01 GMT Tuesday 5 May", "Bitte
 * Sperrfrist beachten: 18.00 Uhr", "Ne pas diffuser avant mardi 18h00". Where several are said, the
 * latest end counts; where one is said whose time is not understood, none does: a late story is a
 * pity, a broken embargo a disaster. Stateless, safe to share.
 */
public final class Embargoes {

  /** An end may stand so many lines below its announcement. */
  private static final int LINES_BELOW = 2;

  private Embargoes() {}

  /** The embargo that the item's texts announce, null where none does. */
  public static @Nullable Embargo read(EmbargoLines lines, Instant created, TimeRules rules) {
    return read(lines.list(), created, rules);
  }

  static @Nullable Embargo read(List<Line> lines, Instant created, TimeRules rules) {
    EndingReader reader = new EndingReader(created, rules);
    Embargo found = null;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      for (Claim claim : EmbargoRules.claims(line)) {
        Ending ending = reader.read(line, claim, below(lines, i));
        Embargo embargo = embargo(line, claim, ending, created);
        if (embargo != null && ending.said() && embargo.until() == null) {
          return embargo;
        }
        found = later(found, embargo);
      }
    }
    return found;
  }

  private static @Nullable Embargo embargo(Line line, Claim claim, Ending ending, Instant created) {
    ReadTime end = ending.at();
    boolean ahead = ending.said() && (end == null || end.at().isAfter(created));
    if (!claim.sure() && !ahead) {
      return null;
    }
    return end == null
        ? new Embargo(null, line.text(), List.of())
        : new Embargo(end.at(), line.text(), end.doubts());
  }

  private static @Nullable Embargo later(@Nullable Embargo one, @Nullable Embargo other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    if (one.until() == null || other.until() == null) {
      return one.until() == null ? other : one;
    }
    return other.until().isAfter(one.until()) ? other : one;
  }

  private static List<Line> below(List<Line> lines, int at) {
    List<Line> below = new ArrayList<>();
    Place place = lines.get(at).place();
    for (int i = at + 1; i < lines.size() && below.size() < LINES_BELOW; i++) {
      if (lines.get(i).place() != place) {
        break;
      }
      below.add(lines.get(i));
    }
    return below;
  }

  /** The embargo that a line announces by itself, null where it does not. */
  public static @Nullable Embargo of(String text, Instant created, TimeRules rules) {
    return read(List.of(Line.of(text, Place.NOTE, Vocabulary.standard())), created, rules);
  }
}
