package io.wiredesk.wire.parse.json;

import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.Signal;
import io.wiredesk.wire.parse.WireItem;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Publication states and signals by their words, with or without an alias in front. Stateless. */
final class States {

  private States() {}

  /**
   * Takes a status; a word that none of the standards has is kept as an extra, and holds the item
   * back. Embargoed is none of ninjs' either, but says what it is.
   */
  static void status(WireItem item, @Nullable String word, String origin) {
    PubStatus status = word == null ? null : status(word);
    if (status != null) {
      item.pubStatus(status, origin);
    } else if (word != null && plain(word).startsWith("embargo")) {
      item.embargoWithoutEnd(origin);
    } else if (word != null && !word.isBlank()) {
      item.extras.put(origin, word);
      item.unknownStatus(word, origin);
    }
  }

  /** Takes a signal; one without a meaning for the revision is kept as an extra. */
  static void signal(WireItem item, @Nullable String word, String origin) {
    Signal signal = word == null ? null : signal(word);
    if (signal != null) {
      item.signal(signal, origin);
    } else if (word != null) {
      item.extras.merge(origin, word, (a, b) -> a + " " + b);
    }
  }

  private static @Nullable PubStatus status(String word) {
    return switch (plain(word)) {
      case "usable", "published", "publish", "usuable", "available" -> PubStatus.USABLE;
      case "withheld", "withhold", "hold", "onhold" -> PubStatus.WITHHELD;
      case "canceled", "cancelled", "killed", "kill", "withdrawn", "deleted", "recalled" ->
          PubStatus.CANCELED;
      default -> null;
    };
  }

  private static @Nullable Signal signal(String word) {
    return switch (plain(word)) {
      case "update", "updated" -> Signal.UPDATE;
      case "correction", "corrective", "corrected" -> Signal.CORRECTION;
      case "writethru" -> Signal.WRITETHRU;
      case "cancel", "canceled", "cancelled", "kill", "delete" -> Signal.CANCEL;
      case "alert", "newsalert", "flash" -> Signal.ALERT;
      case "withhold" -> Signal.WITHHOLD;
      case "release" -> Signal.RELEASE;
      case "advisory" -> Signal.ADVISORY;
      case "test" -> Signal.TEST;
      default -> null;
    };
  }

  private static String plain(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    int cut = Math.max(lower.lastIndexOf(':'), lower.lastIndexOf('/'));
    StringBuilder letters = new StringBuilder(lower.length());
    for (int i = cut + 1; i < lower.length(); i++) {
      if (lower.charAt(i) >= 'a' && lower.charAt(i) <= 'z') {
        letters.append(lower.charAt(i));
      }
    }
    return letters.toString();
  }
}
