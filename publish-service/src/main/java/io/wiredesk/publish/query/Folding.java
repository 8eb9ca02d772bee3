package io.wiredesk.publish.query;

import java.text.Normalizer;
import java.util.Locale;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * One spelling for what people write in several: lower case, no accents on Latin, Greek, Cyrillic,
 * Arabic and Hebrew letters, no apostrophes in words. Marks that make another letter stay: й, and
 * the vowel signs of India. Stateless.
 */
final class Folding {

  private static final int BREVE = 0x306;

  private Folding() {}

  /** The text folded. */
  static String fold(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (isAscii(lower)) {
      return lower.indexOf('\'') < 0 ? lower : lower.replace("'", "");
    }
    String bare = withoutMarks(Normalizer.normalize(lower, Normalizer.Form.NFKD));
    String composed = Normalizer.normalize(bare, Normalizer.Form.NFC);
    char[] in = composed.toCharArray();
    char[] out = new char[in.length * 4];
    int length = ASCIIFoldingFilter.foldToASCII(in, 0, out, 0, in.length);
    return new String(out, 0, length).replace("'", "");
  }

  /** True for what stands for an apostrophe. */
  static boolean isApostrophe(char c) {
    return switch (c) {
      case '\'', '\u2018', '\u2019', '\u02bc', '\u02b9', '\u2032', '`', '\u00b4', '\uff07' -> true;
      default -> false;
    };
  }

  private static String withoutMarks(String decomposed) {
    StringBuilder bare = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      if (isApostrophe(c)) {
        continue;
      }
      boolean shortI = c == BREVE && i > 0 && decomposed.charAt(i - 1) == '\u0438';
      if (shortI || !isMark(c)) {
        bare.append(c == '\u03c2' ? '\u03c3' : c); // final sigma
      }
    }
    return bare.toString();
  }

  private static boolean isMark(char c) {
    return (c >= 0x300 && c <= 0x36f)
        || (c >= 0x591 && c <= 0x5bd)
        || c == 0x5bf
        || c == 0x5c1
        || c == 0x5c2
        || c == 0x640 // Arabic's stretching line
        || (c >= 0x64b && c <= 0x65f)
        || c == 0x670;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return false;
      }
    }
    return true;
  }
}
