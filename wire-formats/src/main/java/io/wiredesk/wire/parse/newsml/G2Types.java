package io.wiredesk.wire.parse.newsml;

import io.wiredesk.schemas.Signal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Codes of NewsML-G2 to ninjs types and signals. Stateless. */
final class G2Types {

  private G2Types() {}

  /** ninjs type for a code of the news item natures (text, picture, composite, …). */
  static String ninjs(String nature) {
    return switch (nature.toLowerCase(Locale.ROOT)) {
      case "picture", "photo", "image" -> "picture";
      case "graphic", "still" -> "graphic";
      case "animated" -> "graphic";
      case "video" -> "video";
      case "audio" -> "audio";
      case "composite", "package" -> "composite";
      case "newscoverage", "planning" -> "planning";
      default -> "text";
    };
  }

  /** http://cv.iptc.org/newscodes/signal/, and what agencies write in its place. */
  static Signal signal(String code) {
    return switch (code) {
      case "update" -> Signal.UPDATE;
      case "correction" -> Signal.CORRECTION;
      case "writethru" -> Signal.WRITETHRU;
      case "new" -> Signal.NEW;
      case "add", "addition" -> Signal.ADD;
      case "alert", "flash", "snap", "breaking" -> Signal.ALERT;
      case "kill", "cancel", "canceled", "cancelled", "withdrawal" -> Signal.CANCEL;
      case "withhold", "withheld", "hold" -> Signal.WITHHOLD;
      case "release", "embargolifted" -> Signal.RELEASE;
      case "advisory" -> Signal.ADVISORY;
      case "test" -> Signal.TEST;
      default -> Signal.OTHER;
    };
  }

  /** Reuters' edStat: N new, U update, C correction; null for the rest. */
  static @Nullable Signal editorialState(String code) {
    return switch (code) {
      case "n" -> Signal.NEW;
      case "u" -> Signal.UPDATE;
      case "c" -> Signal.CORRECTION;
      default -> null;
    };
  }
}
