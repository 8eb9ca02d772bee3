package io.wiredesk.ingest.parse.text;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The likeliest character set of bytes without a label, by ICU's statistics over the first {@value
 * #SAMPLE} bytes that are not ASCII alone. Western text is Windows-1252, which contains ISO-8859-1.
 * Stateless.
 */
final class CharsetGuess {

  private static final int SAMPLE = 16 * 1024;
  private static final int CONFIDENT = 25;
  private static final Charset WESTERN = Charset.forName("windows-1252");

  /** Sets that ICU proposes for Western copy with few accents, or that no wire uses. */
  private static final Set<String> DOUBTFUL =
      Set.of("ISO-8859-1", "ISO-8859-2", "ISO-8859-9", "UTF-16BE", "UTF-16LE", "UTF-8");

  private CharsetGuess() {}

  static Charset of(byte[] bytes) {
    CharsetDetector detector = new CharsetDetector();
    detector.setText(Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE)));
    CharsetMatch best = detector.detect();
    if (best == null || best.getConfidence() < CONFIDENT || DOUBTFUL.contains(best.getName())) {
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
