package io.wiredesk.publish.gate;

import io.wiredesk.schemas.Hold;
import io.wiredesk.schemas.NewsItem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Until when something keeps a revision from the public, and what. Of several the longest counts.
 *
 * @param until first instant at which it may be public; {@link Instant#MAX}: not before a release
 * @param why one public sentence without copy
 */
record Restriction(Instant until, String why) {

  static final Restriction NONE = new Restriction(Instant.MIN, "");

  /** What the revision itself says. */
  static Restriction of(NewsItem item) {
    if (Notices.isWithheld(item)) {
      return new Restriction(
          Instant.MAX, "Withheld by the provider with version " + item.getVersion() + ".");
    }
    Instant embargo = item.getEmbargoedUntil();
    return embargo == null
        ? NONE
        : new Restriction(
            embargo,
            "Embargoed until "
                + embargo
                + " by the provider with version "
                + item.getVersion()
                + ".");
  }

  /** What an order says. */
  static Restriction of(@Nullable Hold hold) {
    if (hold == null) {
      return NONE;
    }
    Instant until = hold.getUntil();
    String what = until == null ? "Withheld by " : "Embargoed until " + until + " by ";
    String why = hold.getReason().isBlank() ? "" : " " + hold.getReason().strip();
    return new Restriction(until == null ? Instant.MAX : until, what + hold.getBy() + "." + why);
  }

  Restriction and(Restriction other) {
    return other.until.isAfter(until) ? other : this;
  }

  boolean holdsAt(Instant now) {
    return until.isAfter(now);
  }

  boolean isForGood() {
    return until.equals(Instant.MAX);
  }
}
