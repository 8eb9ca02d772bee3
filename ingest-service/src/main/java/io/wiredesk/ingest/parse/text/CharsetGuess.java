package io.wiredesk.ingest.parse.text;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The likeliest character set of bytes without a label, by ICU's statistics over the first {@value
 * #SAMPLE} bytes that are not ASCII alone. Western text is Windows-1252, which contains ISO-8859-1.
 * Stateless.
 */
final class CharsetGuess {

  private static final int SAMPLE = 16 * 1024;
  private static final Charset WESTERN = Charset.forName("windows-1252");

  /** Sets that ICU proposes for Western copy with few accents, or that no wire uses. */
  private static final Set<String> DOUBTFUL =
      Set.of("ISO-8859-1", "ISO-8859-2", "ISO-8859-9", "UTF-16BE", "UTF-16LE", "UTF-8");

  /** Whoever of these wins, Windows-1252 is taken. */
  private static final List<String> AS_WESTERN =
      List.of("ISO-8859-1", "UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE");

  private static final List<String> EAST_ASIAN =
      List.of(
          "Shift_JIS",
          "ISO-2022-JP",
          "ISO-2022-CN",
          "ISO-2022-KR",
          "GB18030",
          "EUC-JP",
          "EUC-KR",
          "Big5");
  private static final List<String> OTHER_ALPHABETS =
      List.of(
          "ISO-8859-5",
          "ISO-8859-6",
          "ISO-8859-7",
          "ISO-8859-8-I",
          "ISO-8859-8",
          "windows-1251",
          "windows-1256",
          "KOI8-R");

  private CharsetGuess() {}

  /**
   * The sets that cannot win, and those whose victory makes it Windows-1252 all the same, are tried
   * only where one of the others may win: that is the same outcome in a tenth of the time.
   */
  static Charset of(byte[] bytes) {
    int length = Math.min(bytes.length, SAMPLE);
    UpperHalf upper = UpperHalf.of(bytes, length);
    if (upper.latin() && upper.singleByte() && upper.alike()) {
      return WESTERN; // Central European or Turkish copy would read the same
    }
    List<String> idle = new ArrayList<>(AS_WESTERN);
    idle.addAll(upper.singleByte() ? EAST_ASIAN : List.of());
    idle.addAll(upper.latin() ? OTHER_ALPHABETS : List.of());
    idle.addAll(upper.c1() ? List.of() : List.of("ISO-8859-9"));
    byte[] sample = length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    Charset guess = likeliest(sample, idle);
    return guess.equals(WESTERN) ? WESTERN : likeliest(sample, List.of());
  }

  @SuppressWarnings("deprecation") // ICU's way to leave sets out is public, but not promised
  static Charset likeliest(byte[] sample, List<String> idle) {
    CharsetDetector detector = new CharsetDetector();
    for (String name : idle) {
      detector.setDetectableCharset(name, false);
    }
    detector.setText(sample);
    CharsetMatch best = detector.detect();
    boolean doubtful =
        best == null || best.getConfidence() < UpperHalf.LEAST || DOUBTFUL.contains(best.getName());
    if (doubtful) {
      return central(best) ? Charset.forName("windows-1250") : WESTERN;
    }
    if (best.getName().startsWith("IBM") || best.getName().startsWith("UTF-32")) {
      return WESTERN;
    }
    return Charset.isSupported(best.getName()) ? Charset.forName(best.getName()) : WESTERN;
  }

  /** Central European copy is taken as such only where its language was recognised for certain. */
  private static boolean central(@Nullable CharsetMatch match) {
    return match != null && match.getName().equals("ISO-8859-2") && match.getConfidence() >= 60;
  }
}
