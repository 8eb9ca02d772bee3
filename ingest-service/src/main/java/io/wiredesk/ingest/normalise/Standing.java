package io.wiredesk.ingest.normalise;

import io.wiredesk.ingest.normalise.signal.Conventions;
import io.wiredesk.ingest.normalise.signal.Embargo;
import io.wiredesk.ingest.normalise.signal.Embargoes;
import io.wiredesk.ingest.normalise.signal.Reading;
import io.wiredesk.ingest.normalise.signal.Slots;
import io.wiredesk.ingest.parse.Field;
import io.wiredesk.ingest.parse.WireItem;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.Signal;
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

  private static final Set<Signal> CAUTIOUS = Set.of(Signal.TEST, Signal.CANCEL, Signal.WITHHOLD);
  private static final Embargoes EMBARGOES = new Embargoes();

  static Standing of(
      WireItem item, String text, Instant created, boolean later, SourceInfo source) {
    Slots slots = Slots.of(item, text);
    Reading reading = Conventions.standard().read(slots, source.profile().killPhrases());
    List<String> repairs = new ArrayList<>();
    Signal signal = signal(item, reading, later);
    PubStatus status = status(item, signal);
    Instant until = item.time(Field.EMBARGOED_UNTIL);
    if (until == null && signal != Signal.RELEASE) {
      Embargo embargo = EMBARGOES.read(slots, created, source.profile().zone());
      if (embargo != null && embargo.until() == null && status == PubStatus.USABLE) {
        status = PubStatus.WITHHELD;
        repairs.add(unreadable(embargo));
      } else if (embargo != null) {
        until = embargo.until();
      }
    }
    return new Standing(
        signal, status, until, profile(item, reading, signal), reading.why(), repairs);
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
