package io.wiredesk.wire.charset;

import java.util.regex.Pattern;

/**
 * Characters that no copy means. The controls U+0080–U+009F become the quotes and dashes that
 * Windows-1252 has there. Runs of marks that combine with a letter are bounded: no script puts more
 * than a handful on one letter, and Java's {@code \b} walks back over all of them at each place, so
 * that 100 KB of marks would cost minutes. Stateless.
 */
public final class CleanCharacters {

  private static final Pattern C1 = Pattern.compile("[\u0080-\u009f]");

  /** The longest run that is kept; the Stream-Safe Text Format of UAX #15 §12 allows 30. */
  static final int LONGEST = 30;

  private CleanCharacters() {}

  /** The text without either, which is most often the same text. */
  public static String of(String text) {
    return bounded(hasControls(text) ? ofWindows(text) : text);
  }

  /** True where one of the controls U+0080–U+009F stands in the text. */
  static boolean hasControls(String text) {
    return C1.matcher(text).find();
  }

  private static String ofWindows(String text) {
    return C1.matcher(text)
        .replaceAll(
            control -> {
              byte[] code = {(byte) control.group().charAt(0)};
              return Decoding.lenient(code, 0, Decoding.WINDOWS_1252);
            });
  }

  /** No more than {@value #LONGEST} marks behind each other; the rest is left out. */
  public static String bounded(String text) {
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = isMark(text.charAt(i)) ? run + 1 : 0;
      if (run > LONGEST) {
        return cut(text, i);
      }
    }
    return text;
  }

  private static String cut(String text, int from) {
    StringBuilder out = new StringBuilder(text.length()).append(text, 0, from);
    int run = LONGEST;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      run = isMark(c) ? run + 1 : 0;
      if (run <= LONGEST) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isMark(char c) {
    return c >= 0x300 && Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
