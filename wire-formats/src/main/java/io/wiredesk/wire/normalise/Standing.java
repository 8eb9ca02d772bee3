package io.wiredesk.wire.normalise;

import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.Signal;
import io.wiredesk.wire.normalise.embargo.Embargo;
import io.wiredesk.wire.normalise.embargo.EmbargoLines;
import io.wiredesk.wire.normalise.embargo.Embargoes;
import io.wiredesk.wire.normalise.signal.Conventions;
import io.wiredesk.wire.normalise.signal.Conventions.Bound;
import io.wiredesk.wire.normalise.signal.Reading;
import io.wiredesk.wire.normalise.signal.Slots;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.time.TimeRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be done with an item: signal, status, embargo, profile. Structure first; the text
 * conventions fill in, and overrule structure only towards caution: a kill, a hold or a test in the
 * text stands against a status that says usable, and nothing in the text makes usable what the
 * structure took back. Immutable.
 *
 * @param why what the text said, for people; null where structure decided alone
 * @param repairs what could not be read as meant, one sentence each
 */
record Standing(
    Signal signal,
    PubStatus status,
    @Nullable Instant embargoedUntil,
    @Nullable String profile,
    @Nullable String why,
    List<String> repairs) {

  /** A text without a zone may be meant in any. */
  private static final Duration ZONES_APART = Duration.ofHours(26);

  private static final Set<Signal> CAUTIOUS = Set.of(Signal.TEST, Signal.CANCEL, Signal.WITHHOLD);

  static Standing of(
      WireItem item, String text, Instant created, boolean later, SourceInfo source) {
    Slots slots = Slots.of(item, text);
    TimeRules rules = source.profile().time();
    Reading reading =
        Conventions.standard()
            .read(slots, source.profile().killPhrases(), line -> bound(line, created, rules));
    List<String> repairs = new ArrayList<>();
    Signal signal = signal(item, reading, later);
    PubStatus status = status(item, signal);
    Instant until = item.time(Field.EMBARGOED_UNTIL);
    if (signal != Signal.RELEASE) {
      Embargo embargo = Embargoes.read(EmbargoLines.of(item, text), created, rules);
      List<String> holds = holds(item, until, embargo);
      if (!holds.isEmpty() && status == PubStatus.USABLE) {
        status = PubStatus.WITHHELD;
        holds.forEach(hold -> repairs.add("Withheld: " + hold));
      }
      if (embargo != null
          && until == null
          && embargo.until() == null
          && status == PubStatus.USABLE) {
        status = PubStatus.WITHHELD;
        repairs.add(unreadable(embargo));
      } else if (embargo != null && isLater(embargo.until(), until)) {
        until = embargo.until();
        embargo.doubts().forEach(doubt -> repairs.add("Embargo: " + doubt));
      }
    }
    return new Standing(
        signal, status, until, profile(item, reading, signal), reading.why(), repairs);
  }

  /** What fields of the wire say against publication that was not understood. */
  private static List<String> holds(
      WireItem item, @Nullable Instant until, @Nullable Embargo announced) {
    List<String> holds = new ArrayList<>(item.holds);
    boolean dated = until != null || (announced != null && announced.until() != null);
    if (item.undatedEmbargo() != null && !dated) {
      holds.add("there is an embargo without an end in " + item.undatedEmbargo());
    }
    return holds;
  }

  private static Bound bound(String line, Instant created, TimeRules rules) {
    Embargo embargo = Embargoes.of(line, created, rules);
    return embargo == null ? Bound.NONE : embargo.until() == null ? Bound.OPEN : Bound.TIMED;
  }

  /** The text's end counts beside a field's where no zone explains how much later it is. */
  private static boolean isLater(@Nullable Instant said, @Nullable Instant stated) {
    return said != null && (stated == null || said.isAfter(stated.plus(ZONES_APART)));
  }

  private static String unreadable(Embargo embargo) {
    return "An embargo is announced, but its end cannot be read, so the item is withheld: "
        + embargo.announcement();
  }

  private static Signal signal(WireItem item, Reading reading, boolean later) {
    Signal wire = item.signal();
    Signal said = reading.signal();
    if (said != null && (wire == null || wire == Signal.NEW || CAUTIOUS.contains(said))) {
      return said;
    }
    if (wire != null && wire != Signal.NEW) {
      return wire;
    }
    if (item.pubStatus() == PubStatus.CANCELED) {
      return Signal.CANCEL;
    }
    if (item.pubStatus() == PubStatus.WITHHELD) {
      return Signal.WITHHOLD;
    }
    return later ? Signal.UPDATE : Signal.NEW;
  }

  private static PubStatus status(WireItem item, Signal signal) {
    PubStatus wire = item.pubStatus();
    if (signal == Signal.CANCEL || wire == PubStatus.CANCELED) {
      return PubStatus.CANCELED;
    }
    if (signal == Signal.WITHHOLD || wire == PubStatus.WITHHELD) {
      return PubStatus.WITHHELD;
    }
    return PubStatus.USABLE;
  }

  private static @Nullable String profile(WireItem item, Reading reading, Signal signal) {
    if (reading.profile() != null) {
      return reading.profile();
    }
    return switch (signal) {
      case TEST, ADVISORY, ALERT -> signal.name().toLowerCase(Locale.ROOT);
      default -> item.get(Field.PROFILE);
    };
  }
}
