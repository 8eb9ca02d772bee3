package io.wiredesk.wire.charset;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The likeliest character set of bytes without a label that are no UTF-8, by the first {@value
 * #SAMPLE} bytes of copy (markup aside). Copy in Latin letters is told by the letters and frequent
 * words of its language ({@link LatinSets}), Thai by the order of its signs, all else by ICU's
 * statistics; in doubt Windows-1252, which contains ISO-8859-1. Stateless.
 */
final class CharsetGuess {

  private static final int SAMPLE = 16 * 1024;

  /** ICU's per cent below which a match means nothing. */
  private static final int LEAST = 25;

  /** ICU's per cent from which its word counts against a label. */
  private static final int SURE = 40;

  /**
   * Of bytes above ASCII and ASCII letters together: Latin copy stays below, other scripts above.
   */
  private static final double OTHER_SCRIPT = 0.35;

  private static final Charset THAI = Charset.forName("x-windows-874");

  /** ICU's names of sets for other alphabets than the Latin one, and what to read them as. */
  private static final Map<String, String> ALPHABETS =
      Map.of(
          "ISO-8859-5", "ISO-8859-5",
          "ISO-8859-6", "ISO-8859-6",
          "ISO-8859-7", "ISO-8859-7",
          "ISO-8859-8", "windows-1255",
          "ISO-8859-8-I", "windows-1255",
          "windows-1251", "windows-1251",
          "windows-1253", "windows-1253",
          "windows-1255", "windows-1255",
          "windows-1256", "windows-1256",
          "KOI8-R", "KOI8-R");

  /** The same for sets of several bytes a character. */
  private static final Map<String, String> EAST_ASIAN =
      Map.of(
          "Shift_JIS", "windows-31j",
          "GB18030", "GB18030",
          "EUC-JP", "EUC-JP",
          "EUC-KR", "x-windows-949",
          "Big5", "Big5-HKSCS");

  /** Bytes of one character, GB 18030's. */
  private static final int LONGEST = 4;

  private CharsetGuess() {}

  static Charset of(byte[] bytes) {
    byte[] sample = Sample.of(bytes, SAMPLE);
    Charset other = otherScript(sample, LEAST);
    return other != null ? other : LatinSets.likeliest(sample);
  }

  /** True where the bytes are plainly no copy in Latin letters, whatever a label says. */
  static boolean isOtherScript(byte[] bytes) {
    return otherScript(Sample.of(bytes, SAMPLE), SURE) != null;
  }

  private static @Nullable Charset otherScript(byte[] sample, int least) {
    if (Sample.shareAboveAscii(sample) < OTHER_SCRIPT) {
      return null;
    }
    CharsetDetector detector = new CharsetDetector();
    detector.setText(sample);
    CharsetMatch[] matches = detector.detectAll();
    Charset eastAsian = first(matches, least, EAST_ASIAN, sample);
    if (eastAsian != null) {
      return eastAsian;
    }
    return ThaiSigns.areInOrder(sample) ? THAI : first(matches, least, ALPHABETS, sample);
  }

  /** The likeliest of these sets, if the bytes are possible in it. */
  private static @Nullable Charset first(
      CharsetMatch[] matches, int least, Map<String, String> sets, byte[] sample) {
    for (CharsetMatch match : matches) {
      String name = sets.get(match.getName());
      if (name != null && match.getConfidence() >= least && isPossible(sample, name)) {
        return Charset.forName(name);
      }
    }
    return null;
  }

  /** The sample may end within a character. */
  private static boolean isPossible(byte[] sample, String name) {
    for (int cut = 0; cut < LONGEST && cut < sample.length; cut++) {
      byte[] whole = Arrays.copyOf(sample, sample.length - cut);
      if (Decoding.strict(whole, 0, Charset.forName(name)) != null) {
        return true;
      }
    }
    return false;
  }
}
