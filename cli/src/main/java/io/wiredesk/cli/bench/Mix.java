package io.wiredesk.cli.bench;

import io.wiredesk.runtime.SettingsException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * What a load is made of. Immutable.
 *
 * @param formats weight of each format
 * @param urgent share of alerts, 0–1
 * @param updates share of further versions of items sent before, 0–1
 * @param duplicates share of repetitions, byte for byte, of wires sent before, 0–1
 * @param coded share of items with a Media Topic of the agency's, 0–1, where the format has them
 * @param fewest words of the shortest item, 10 or more
 * @param most words of the longest item
 */
record Mix(
    Map<Format, Integer> formats,
    double urgent,
    double updates,
    double duplicates,
    double coded,
    int fewest,
    int most) {

  /** What the generator writes. */
  enum Format {
    NINJS,
    NITF,
    NEWSML_G2,
    IPTC_7901
  }

  /** A newsroom's ordinary day, as far as one line can stand for it. */
  static final String STANDARD =
      "ninjs=4,nitf=3,g2=2,7901=1,urgent=2%,updates=10%,duplicates=3%,coded=30%,words=150-650";

  private static final Map<String, Format> NAMES =
      Map.of(
          "ninjs", Format.NINJS,
          "nitf", Format.NITF,
          "g2", Format.NEWSML_G2,
          "7901", Format.IPTC_7901);

  Mix {
    formats = Map.copyOf(formats);
    if (formats.values().stream().mapToInt(Integer::intValue).sum() <= 0) {
      throw new SettingsException(
          "--mix names no format: one of ninjs, nitf, g2, 7901, as ninjs=1.");
    }
    if (fewest < 10 || most < fewest || most > 20_000) {
      throw new SettingsException("--mix words must be A-B with 10 ≤ A ≤ B ≤ 20000.");
    }
    if (urgent + updates + duplicates > 1) {
      throw new SettingsException(
          "--mix urgent, updates and duplicates are more than 100% together.");
    }
  }

  /**
   * Reads {@code name=value} pairs separated by commas: formats with their weights, shares in
   * percent, words as a range. What is not named is absent.
   *
   * @throws SettingsException that says what is wrong
   */
  static Mix parse(String text) {
    Map<Format, Integer> formats = new HashMap<>();
    Map<String, Double> shares =
        new HashMap<>(Map.of("urgent", 0.0, "updates", 0.0, "duplicates", 0.0, "coded", 0.0));
    String words = "400-400";
    for (String pair : text.split(",")) {
      String[] sides = pair.strip().toLowerCase(Locale.ROOT).split("=", 2);
      if (sides.length < 2) {
        throw new SettingsException(
            "--mix is made of name=value with commas between, not '" + pair.strip() + "'.");
      }
      String value = sides[1].strip();
      Format format = NAMES.get(sides[0]);
      if (format != null) {
        formats.put(format, (int) number(pair, value));
      } else if (shares.containsKey(sides[0])) {
        shares.put(sides[0], share(pair, value));
      } else if (sides[0].equals("words")) {
        words = value.indexOf('-') < 0 ? value + "-" + value : value;
      } else {
        throw new SettingsException("--mix does not know " + pair.strip() + ".");
      }
    }
    String[] range = words.split("-", 2);
    return new Mix(
        formats,
        shares.getOrDefault("urgent", 0.0),
        shares.getOrDefault("updates", 0.0),
        shares.getOrDefault("duplicates", 0.0),
        shares.getOrDefault("coded", 0.0),
        (int) number("words=" + words, range[0]),
        (int) number("words=" + words, range[1]));
  }

  /** One of the formats, as often as its weight says. */
  Format format(Random random) {
    int all = formats.values().stream().mapToInt(Integer::intValue).sum();
    int drawn = random.nextInt(all);
    for (Format format : Format.values()) {
      drawn -= formats.getOrDefault(format, 0);
      if (drawn < 0) {
        return format;
      }
    }
    throw new IllegalStateException("weights do not add up to " + all);
  }

  private static double share(String pair, String value) {
    double share =
        value.endsWith("%")
            ? number(pair, value.substring(0, value.length() - 1)) / 100
            : number(pair, value);
    if (share > 1) {
      throw new SettingsException("--mix " + pair.strip() + " is more than 100%.");
    }
    return share;
  }

  private static double number(String pair, String value) {
    try {
      double number = Double.parseDouble(value);
      if (number >= 0 && number <= 1_000_000) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new SettingsException("--mix " + pair.strip() + ": " + value + " is no number.");
    }
    throw new SettingsException("--mix " + pair.strip() + " is out of range.");
  }
}
