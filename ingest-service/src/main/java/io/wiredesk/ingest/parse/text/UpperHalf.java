package io.wiredesk.ingest.parse.text;

import java.nio.charset.Charset;

/**
 * What the bytes above ASCII of a text can be, told from their neighbours in one pass. ICU's
 * statistics take a hundred times as long as reading the text, and most of it for scripts that a
 * Western story plainly is not in. Immutable.
 *
 * @param latin no Cyrillic, Greek, Arabic or Hebrew set can come to ICU's {@value #LEAST} percent
 * @param singleByte no Chinese, Japanese or Korean set can come to that
 * @param c1 some stand where Windows' sets have letters and ISO's have controls
 * @param alike all are the same characters in Windows-1250, 1252 and 1254
 */
record UpperHalf(boolean latin, boolean singleByte, boolean c1, boolean alike) {

  /** Matches below it are not taken, see {@link CharsetGuess}. */
  static final int LEAST = 25;

  /** ICU's single byte statistics end here. */
  private static final int COUNTED = 8_000;

  /** Up to as many double bytes tell ICU nothing. */
  private static final int FEW = 10;

  private static final boolean[] ALIKE = readAlike();

  static UpperHalf of(byte[] bytes, int sample) {
    boolean c1 = false;
    boolean alike = true;
    boolean rare = true;
    int upper = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] < 0) {
        int b = bytes[i] & 0xff;
        alike &= ALIKE[b];
        if (i < sample) {
          upper++;
          c1 |= b < 0xa0;
          rare &= isRare(b, i + 1 < sample ? bytes[i + 1] : 0);
        }
      } else if (bytes[i] == 0x1b && i < sample) {
        rare = false; // ISO 2022
        upper += FEW + 1;
      }
    }
    int counted = Math.min(sample, COUNTED);
    boolean latin = hasLetters(bytes, counted, 3 * upper) || isLatin(bytes, counted);
    return new UpperHalf(latin, rare || upper <= FEW, c1, alike);
  }

  /**
   * True where the two bytes are none of the frequent characters of Shift JIS, Big5, EUC-JP, EUC-KR
   * and GB 18030 that ICU counts: without any of those it gives 10 percent or nothing.
   */
  private static boolean isRare(int first, byte second) {
    boolean withAscii =
        second >= 0
            && first != 0x81
            && first != 0x83
            && (first < 0xa1 || first > 0xc4 || second < 0x40);
    return first >= 0xdf || withAscii;
  }

  /** Enough ASCII letters among so many groups of three; the first lines show that mostly. */
  private static boolean hasLetters(byte[] bytes, int end, int groups) {
    int missing = 300 / LEAST * groups + 1;
    for (int i = 0; i < end && missing > 0; i++) {
      int letter = bytes[i] | 0x20;
      missing -= letter >= 'a' && letter <= 'z' ? 1 : 0;
    }
    return missing == 0;
  }

  /**
   * ICU counts the groups of three, case and other signs aside, that are frequent in a language;
   * those of these languages hold no ASCII letter. So at most the groups between two ASCII letters
   * count, of all that there are, and these are no fewer than the letters.
   */
  private static boolean isLatin(byte[] bytes, int end) {
    int letters = 0;
    int groups = 0;
    int between = 0;
    boolean upper = false;
    boolean space = false;
    for (int i = 0; i < end; i++) {
      byte b = bytes[i];
      if ((b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z')) {
        groups += upper ? Math.max(0, between - 2) : 0;
        letters++;
        between = 0;
        upper = false;
        space = false;
      } else if (b != '\'') {
        between += b < 0 || !space ? 1 : 0;
        upper |= b < 0;
        space = b >= 0;
      }
    }
    groups += upper ? between : 0; // a space is added at the end
    return 300L * groups < (long) LEAST * letters;
  }

  private static boolean[] readAlike() {
    boolean[] alike = new boolean[256];
    String western = decoded("windows-1252");
    String central = decoded("windows-1250");
    String turkish = decoded("windows-1254");
    for (int b = 0; b < alike.length; b++) {
      char c = western.charAt(b);
      alike[b] = c != '\ufffd' && c == central.charAt(b) && c == turkish.charAt(b);
    }
    return alike;
  }

  private static String decoded(String charset) {
    byte[] all = new byte[256];
    for (int b = 0; b < all.length; b++) {
      all[b] = (byte) b;
    }
    return new String(all, Charset.forName(charset));
  }
}
