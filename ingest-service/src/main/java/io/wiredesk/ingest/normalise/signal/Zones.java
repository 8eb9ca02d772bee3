package io.wiredesk.ingest.normalise.signal;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Time zones as embargo lines name them. Immutable. */
final class Zones {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("Z", "Z"),
          Map.entry("GMT", "Z"),
          Map.entry("UTC", "Z"),
          Map.entry("UT", "Z"),
          Map.entry("TU", "Z"),
          Map.entry("TUC", "Z"),
          Map.entry("WET", "Z"),
          Map.entry("BST", "+01:00"),
          Map.entry("WEST", "+01:00"),
          Map.entry("CET", "+01:00"),
          Map.entry("MEZ", "+01:00"),
          Map.entry("HEC", "+01:00"),
          Map.entry("CEST", "+02:00"),
          Map.entry("MESZ", "+02:00"),
          Map.entry("EET", "+02:00"),
          Map.entry("SAST", "+02:00"),
          Map.entry("CAT", "+02:00"),
          Map.entry("EEST", "+03:00"),
          Map.entry("MSK", "+03:00"),
          Map.entry("EAT", "+03:00"),
          Map.entry("TRT", "+03:00"),
          Map.entry("GST", "+04:00"),
          Map.entry("PKT", "+05:00"),
          Map.entry("ICT", "+07:00"),
          Map.entry("WIB", "+07:00"),
          Map.entry("HKT", "+08:00"),
          Map.entry("SGT", "+08:00"),
          Map.entry("PHT", "+08:00"),
          Map.entry("AWST", "+08:00"),
          Map.entry("JST", "+09:00"),
          Map.entry("KST", "+09:00"),
          Map.entry("ACST", "+09:30"),
          Map.entry("AEST", "+10:00"),
          Map.entry("AEDT", "+11:00"),
          Map.entry("NZST", "+12:00"),
          Map.entry("NZDT", "+13:00"),
          Map.entry("AST", "-04:00"),
          Map.entry("ADT", "-03:00"),
          Map.entry("EST", "-05:00"),
          Map.entry("EDT", "-04:00"),
          Map.entry("CST", "-06:00"),
          Map.entry("CDT", "-05:00"),
          Map.entry("MST", "-07:00"),
          Map.entry("MDT", "-06:00"),
          Map.entry("PST", "-08:00"),
          Map.entry("PDT", "-07:00"),
          Map.entry("BRT", "-03:00"),
          Map.entry("ART", "-03:00"),
          Map.entry("ET", "America/New_York"),
          Map.entry("CT", "America/Chicago"),
          Map.entry("MT", "America/Denver"),
          Map.entry("PT", "America/Los_Angeles"));

  private static final Map<String, String> CITIES =
      Map.ofEntries(
          Map.entry("london", "Europe/London"),
          Map.entry("uk", "Europe/London"),
          Map.entry("paris", "Europe/Paris"),
          Map.entry("bruxelles", "Europe/Brussels"),
          Map.entry("brussels", "Europe/Brussels"),
          Map.entry("genève", "Europe/Zurich"),
          Map.entry("geneva", "Europe/Zurich"),
          Map.entry("berlin", "Europe/Berlin"),
          Map.entry("madrid", "Europe/Madrid"),
          Map.entry("peninsular", "Europe/Madrid"),
          Map.entry("roma", "Europe/Rome"),
          Map.entry("rome", "Europe/Rome"),
          Map.entry("eastern", "America/New_York"),
          Map.entry("us eastern", "America/New_York"),
          Map.entry("new york", "America/New_York"),
          Map.entry("central european", "Europe/Paris"),
          Map.entry("pacific", "America/Los_Angeles"),
          Map.entry("tokyo", "Asia/Tokyo"),
          Map.entry("sydney", "Australia/Sydney"));

  private static final Pattern OFFSET =
      Pattern.compile("(?:GMT|UTC)?\\s?([+-])(\\d{1,2})(?::?(\\d{2}))?");

  /**
   * A zone directly behind a clock time: an offset, an abbreviation, "heure de Paris", "London
   * time".
   */
  static final String EXPRESSION =
      "(?:GMT|UTC)?\\s?[+-]\\d{1,2}(?::?\\d{2})?(?![\\d.])|[A-Z]{1,5}(?![\\p{L}\\d])|"
          + "\\(?(?:heure|hora|ora) (?:de |di |d['’])?\\p{L}+\\)?|"
          + "\\(?(?:US )?(?:London|UK|Paris|Brussels|Geneva|Berlin|Rome|New York|Tokyo|Sydney|"
          + "(?:US )?Eastern|Pacific|Central European)(?: (?:Standard|Daylight|Summer))? [Tt]ime\\)?";

  private Zones() {}

  /** The zone, or null where the expression names none that is known. */
  static @Nullable ZoneId of(String expression) {
    String text = expression.strip().replaceAll("[()]", "");
    Matcher offset = OFFSET.matcher(text);
    if (offset.matches()) {
      return offset(offset);
    }
    String name = NAMES.get(text);
    if (name == null) {
      String city =
          text.toLowerCase(Locale.ROOT)
              .replaceAll(
                  "^(?:heure|hora|ora) (?:de |di |d['’])?|(?: standard| daylight| summer)? time$",
                  "");
      name = CITIES.get(city);
    }
    return name == null ? null : ZoneId.of(name);
  }

  private static @Nullable ZoneId offset(Matcher parts) {
    int hours = Integer.parseInt(parts.group(2));
    int minutes = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
    if (hours > 14 || minutes > 59) {
      return null;
    }
    int sign = "-".equals(parts.group(1)) ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
  }
}
