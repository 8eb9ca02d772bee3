package io.wiredesk.cli.letters;

import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Topic;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which letters were sent again, as far as the log keeps what came of it: a push of a redrive names
 * its letter. Immutable.
 */
final class SentAgain {

  private final Map<String, Instant> last;

  private SentAgain(Map<String, Instant> last) {
    this.last = last;
  }

  /** Reads what came in since the oldest of these letters; nothing where there are none. */
  static SentAgain of(List<Letter> oldestFirst, RecordLog log) {
    Map<String, Instant> last = new HashMap<>();
    if (!oldestFirst.isEmpty()) {
      log.readSince(
          Topic.RAW.topicName(),
          oldestFirst.get(0).content().getFailedAt(),
          (position, record) -> {
            if (record instanceof RawNews raw) {
              String letter = raw.getHeaders().get(DeadLetters.REDRIVE_HEADER);
              if (letter != null) {
                last.merge(letter, raw.getReceivedAt(), (a, b) -> a.isAfter(b) ? a : b);
              }
            }
          });
    }
    return new SentAgain(last);
  }

  /** When it was sent again last; null where it was not. */
  @Nullable Instant at(Letter letter) {
    return last.get(letter.id());
  }
}
