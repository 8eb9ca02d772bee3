package io.wiredesk.wire.normalise.vocabulary;

import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import org.jspecify.annotations.Nullable;

/** Language codes as wires write them to BCP 47 (RFC 5646), in its canonical case. Immutable. */
public final class LanguageTags {

  /** ISO 639-2 codes for use in catalogues that differ from the terminological ones. */
  private static final Map<String, String> BIBLIOGRAPHIC =
      Map.ofEntries(
          Map.entry("ger", "de"),
          Map.entry("fre", "fr"),
          Map.entry("dut", "nl"),
          Map.entry("gre", "el"),
          Map.entry("chi", "zh"),
          Map.entry("cze", "cs"),
          Map.entry("per", "fa"),
          Map.entry("rum", "ro"),
          Map.entry("slo", "sk"),
          Map.entry("ice", "is"),
          Map.entry("alb", "sq"),
          Map.entry("arm", "hy"),
          Map.entry("geo", "ka"),
          Map.entry("mac", "mk"),
          Map.entry("may", "ms"),
          Map.entry("bur", "my"),
          Map.entry("wel", "cy"),
          Map.entry("baq", "eu"));

  private static final Map<String, String> CODES = codes();

  private LanguageTags() {}

  /** The tag, or null where the text names no language. */
  public static @Nullable String normalise(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    String clean = text.strip().replace('_', '-');
    int cut = clean.indexOf('-');
    String first = (cut < 0 ? clean : clean.substring(0, cut)).toLowerCase(Locale.ROOT);
    String primary = CODES.get(first);
    if (primary == null) {
      return null;
    }
    try {
      String tag = cut < 0 ? primary : primary + clean.substring(cut);
      return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
    } catch (IllformedLocaleException e) {
      return primary; // "en-" or a region that is none: the language at least is known
    }
  }

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>(BIBLIOGRAPHIC);
    for (String code : Locale.getISOLanguages()) {
      Locale locale = new Locale.Builder().setLanguage(code).build();
      codes.put(code, code);
      try {
        codes.putIfAbsent(locale.getISO3Language(), code);
      } catch (MissingResourceException e) {
        continue; // a two-letter code without a three-letter one
      }
      codes.putIfAbsent(locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
      codes.putIfAbsent(locale.getDisplayLanguage(locale).toLowerCase(Locale.ROOT), code);
    }
    codes.put("iw", "he");
    codes.put("in", "id");
    codes.put("ji", "yi");
    codes.put("und", "und");
    codes.put("mul", "mul");
    return Map.copyOf(codes);
  }
}
