package io.wiredesk.ingest.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How long each file of a folder has looked the same, by this process's own observation: the other
 * side's clock decides nothing. What was first seen in one look at the folder ages together,
 * however long that look took, so that files which came together are let through together, and in
 * their order. Used by the one thread that polls.
 *
 * @param <S> what is seen of a file; equal as long as it is the same
 */
public final class Stillness<S> {

  private static final int FORGET_ABOVE = 200_000;

  private final Clock clock;
  private final Map<String, Seen<S>> seen = new HashMap<>();
  private Look look;

  /** From when a look began until something was last seen in it. */
  private static final class Look {
    final Instant began;
    Instant ended;

    Look(Instant began) {
      this.began = began;
      this.ended = began;
    }
  }

  private record Seen<S>(S sight, Look look) {}

  /** Nothing has been seen yet. */
  public Stillness(Clock clock) {
    this.clock = clock;
    this.look = new Look(clock.instant());
  }

  /** Another look at the folder begins. */
  public void look() {
    look = new Look(clock.instant());
  }

  /**
   * Notes what is seen of a file.
   *
   * @return from the end of the look that first saw it so to the beginning of this one; zero at
   *     first sight
   */
  public Duration of(String path, S sight) {
    Seen<S> before = seen.get(path);
    if (before != null && before.sight.equals(sight)) {
      return before.look == look ? Duration.ZERO : Duration.between(before.look.ended, look.began);
    }
    if (seen.size() > FORGET_ABOVE) { // of files that went away unread; the others are seen again
      seen.clear();
    }
    look.ended = clock.instant();
    seen.put(path, new Seen<>(sight, look));
    return Duration.ZERO;
  }

  /** A file was taken: another of its name is looked at afresh. */
  public void forget(String path) {
    seen.remove(path);
  }
}
