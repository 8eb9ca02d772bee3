package io.wiredesk.ingest.parse;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Time zones as wires write them: offsets in any spelling and the abbreviations that mean one thing
 * only among news agencies. Stateless.
 */
final class WireZones {

  /** Hours east of Greenwich, from the definitions of the zones. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("Z", "+00:00"),
          Map.entry("GMT", "+00:00"),
          Map.entry("UTC", "+00:00"),
          Map.entry("UT", "+00:00"),
          Map.entry("WET", "+00:00"),
          Map.entry("BST", "+01:00"),
          Map.entry("WEST", "+01:00"),
          Map.entry("CET", "+01:00"),
          Map.entry("MEZ", "+01:00"),
          Map.entry("CEST", "+02:00"),
          Map.entry("MESZ", "+02:00"),
          Map.entry("EET", "+02:00"),
          Map.entry("SAST", "+02:00"),
          Map.entry("EEST", "+03:00"),
          Map.entry("MSK", "+03:00"),
          Map.entry("HKT", "+08:00"),
          Map.entry("SGT", "+08:00"),
          Map.entry("JST", "+09:00"),
          Map.entry("KST", "+09:00"),
          Map.entry("AEST", "+10:00"),
          Map.entry("AEDT", "+11:00"),
          Map.entry("NZST", "+12:00"),
          Map.entry("NZDT", "+13:00"),
          Map.entry("EST", "-05:00"),
          Map.entry("EDT", "-04:00"),
          Map.entry("CDT", "-05:00"),
          Map.entry("MST", "-07:00"),
          Map.entry("MDT", "-06:00"),
          Map.entry("PST", "-08:00"),
          Map.entry("PDT", "-07:00"));

  private static final Pattern OFFSET =
      Pattern.compile("(?:GMT|UTC)?([+-])(\\d{1,2})(?::?(\\d{2}))?");
  private static final Pattern WORD =
      Pattern.compile("(?:GMT|UTC)?[+-]\\d{1,2}(?::?\\d{2})?(?!\\d)|(?<![A-Za-z])[A-Z]{1,4}\\b");

  private WireZones() {}

  /** The zone that this text is as a whole. */
  static Optional<ZoneId> zone(String text) {
    Matcher offset = OFFSET.matcher(text);
    if (offset.matches()) {
      int sign = offset.group(1).equals("-") ? -1 : 1;
      int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
      int seconds = sign * (Integer.parseInt(offset.group(2)) * 3600 + minutes * 60);
      return Math.abs(seconds) > 18 * 3600
          ? Optional.empty()
          : Optional.of(ZoneOffset.ofTotalSeconds(seconds));
    }
    return Optional.ofNullable(NAMES.get(text.toUpperCase(Locale.ROOT))).map(ZoneId::of);
  }

  /** The first zone within the text. */
  static Optional<ZoneId> find(String text) {
    return WORD.matcher(text)
        .results()
        .map(word -> zone(word.group()))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
