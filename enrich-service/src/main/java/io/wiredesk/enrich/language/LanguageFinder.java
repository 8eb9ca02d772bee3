package io.wiredesk.enrich.language;

import com.github.pemistahl.lingua.api.IsoCode639_1;
import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides the language of a text among the served ones and those that are written like them: by its
 * commonest words where they leave no doubt, else by statistics of its letters. The wire's tag
 * stands unless the text clearly contradicts it. Safe to share between threads; nothing to close.
 */
public final class LanguageFinder {
  /** Recorded in {@code Enrichment.models}. */
  public static final String VERSION = "lingua-1.2.2-low+rules-3";

  /** What is said where neither text nor wire decide (ISO 639-2). */
  public static final String UNDECIDED = "und";

  /** The beginning of the text that is looked at, in UTF-16 code units. */
  static final int SAMPLE = 400;

  /** Fewer letters than this decide nothing by themselves. */
  static final int FEWEST_LETTERS = 20;

  /** The same for scripts in which one sign is a syllable or a word. */
  static final int FEWEST_SIGNS = 4;

  /** Fewer letters than this never contradict the wire. */
  static final int FEWEST_TO_CONTRADICT = 80;

  /**
   * The wire's language must be this far behind the text's, in lingua's relative confidence (the
   * best has 1), to be contradicted.
   */
  static final double CLEAR = 0.15;

  /**
   * Without a tag a text of fewer letters than {@link #FEWEST_TO_CONTRADICT} is undecided unless
   * its second-best language is this far behind. (Of English scraps of 50 letters one in thirteen
   * is taken for another language, nine in ten of these by less.)
   */
  static final double DECIDED = 0.06;

  private static final IsoCode639_1[] SERVED = {
    IsoCode639_1.EN, IsoCode639_1.DE, IsoCode639_1.FR, IsoCode639_1.ES, IsoCode639_1.IT,
    IsoCode639_1.PT, IsoCode639_1.NL, IsoCode639_1.SV, IsoCode639_1.DA, IsoCode639_1.NB,
    IsoCode639_1.FI, IsoCode639_1.PL, IsoCode639_1.CS, IsoCode639_1.HU, IsoCode639_1.TR,
    IsoCode639_1.RU, IsoCode639_1.UK, IsoCode639_1.AR, IsoCode639_1.ZH, IsoCode639_1.JA,
    IsoCode639_1.KO, IsoCode639_1.EL, IsoCode639_1.RO, IsoCode639_1.HE
  };

  /**
   * Languages that are not served but written like one that is: without them Persian would be
   * Arabic, Slovak Czech, Bulgarian Russian.
   */
  private static final IsoCode639_1[] NEIGHBOURS = {
    IsoCode639_1.FA, IsoCode639_1.UR, IsoCode639_1.AF, IsoCode639_1.SK, IsoCode639_1.BG,
    IsoCode639_1.SR, IsoCode639_1.MK, IsoCode639_1.BE, IsoCode639_1.ET, IsoCode639_1.HR,
    IsoCode639_1.SL, IsoCode639_1.CA
  };

  /** Written alike: a tag of one is no contradiction to a text of another. */
  private static final Set<String> NORWEGIAN = Set.of("no", "nb", "nn");

  private final LanguageDetector detector;
  private final CommonWords commonWords = CommonWords.load();

  private LanguageFinder(LanguageDetector detector) {
    this.detector = detector;
  }

  /**
   * What was decided.
   *
   * @param language primary tag, {@link #UNDECIDED} where nothing decides
   * @param contradictsWire the wire's tag names another language, clearly
   */
  public record Verdict(String language, boolean contradictsWire) {}

  /** Loads the language models into memory, in about a second. */
  public static LanguageFinder load() {
    return new LanguageFinder(
        LanguageDetectorBuilder.fromIsoCodes639_1(known())
            .withLowAccuracyMode()
            .withPreloadedLanguageModels()
            .build());
  }

  private static IsoCode639_1[] known() {
    return Stream.concat(Arrays.stream(SERVED), Arrays.stream(NEIGHBOURS))
        .toArray(IsoCode639_1[]::new);
  }

  /**
   * Decides.
   *
   * @param text any text, also empty; its first {@link #SAMPLE} code units count
   * @param wireTag tag on the wire as it stood, null where none
   */
  public Verdict find(String text, @Nullable String wireTag) {
    Optional<String> wire = LanguageTags.primary(wireTag);
    String sample = text.length() > SAMPLE ? text.substring(0, SAMPLE) : text;
    long letters = sample.codePoints().filter(Character::isLetter).count();
    if (letters < fewest(sample)) {
      return new Verdict(wire.orElse(UNDECIDED), false);
    }
    Optional<String> plain = commonWords.language(sample);
    if (plain.isPresent() && (wire.isEmpty() || wire.equals(plain))) {
      return new Verdict(plain.get(), false);
    }
    return byStatistics(sample, letters, wire);
  }

  private Verdict byStatistics(String sample, long letters, Optional<String> wire) {
    SortedMap<Language, Double> confidence = detector.computeLanguageConfidenceValues(sample);
    if (confidence.isEmpty()) {
      return new Verdict(wire.orElse(UNDECIDED), false);
    }
    String found = tag(confidence.firstKey());
    if (wire.isEmpty()) {
      return new Verdict(isDecided(confidence, letters) ? found : UNDECIDED, false);
    }
    boolean contradicts = contradicts(wire.get(), found, confidence, letters);
    return new Verdict(contradicts ? found : wire.get(), contradicts);
  }

  private static boolean isDecided(SortedMap<Language, Double> confidence, long letters) {
    double second = confidence.values().stream().skip(1).findFirst().orElse(0.0);
    return letters >= FEWEST_TO_CONTRADICT || 1 - second >= DECIDED;
  }

  private static boolean contradicts(
      String wire, String found, Map<Language, Double> confidence, long letters) {
    if (wire.equals(found)
        || (NORWEGIAN.contains(wire) && NORWEGIAN.contains(found))
        || letters < FEWEST_TO_CONTRADICT) {
      return false;
    }
    String served = NORWEGIAN.contains(wire) ? "nb" : wire;
    if (Arrays.stream(SERVED).noneMatch(code -> tag(code).equals(served))) {
      return false; // a language that we cannot tell: the wire knows better
    }
    double behind =
        confidence.entrySet().stream()
            .filter(entry -> tag(entry.getKey()).equals(served))
            .mapToDouble(Map.Entry::getValue)
            .findFirst()
            .orElse(0);
    return 1 - behind >= CLEAR;
  }

  private static int fewest(String sample) {
    boolean signs =
        sample
            .codePoints()
            .mapToObj(Character.UnicodeScript::of)
            .anyMatch(
                script ->
                    script == Character.UnicodeScript.HAN
                        || script == Character.UnicodeScript.HIRAGANA
                        || script == Character.UnicodeScript.KATAKANA
                        || script == Character.UnicodeScript.HANGUL);
    return signs ? FEWEST_SIGNS : FEWEST_LETTERS;
  }

  private static String tag(Language language) {
    return tag(language.getIsoCode639_1());
  }

  private static String tag(IsoCode639_1 code) {
    return code.name().toLowerCase(Locale.ROOT);
  }
}
