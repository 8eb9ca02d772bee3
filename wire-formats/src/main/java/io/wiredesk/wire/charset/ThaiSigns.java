package io.wiredesk.wire.charset;

/**
 * Whether bytes are Thai in TIS-620: vowels and tone marks above or below a letter follow a
 * consonant, vowels before it precede one, and these signs are frequent. Stateless.
 */
final class ThaiSigns {

  private static final int FEWEST = 6;
  private static final double IN_ORDER = 0.97;
  private static final double FREQUENT = 0.1;

  private ThaiSigns() {}

  static boolean areInOrder(byte[] sample) {
    int letters = 0;
    int signs = 0;
    int wrong = 0;
    for (int i = 0; i < sample.length; i++) {
      int b = sample[i] & 0xff;
      int before = i == 0 ? ' ' : sample[i - 1] & 0xff;
      int behind = i + 1 == sample.length ? ' ' : sample[i + 1] & 0xff;
      letters += b >= 0xa1 ? 1 : 0;
      if (isMark(b)) {
        signs++;
        wrong += isConsonant(before) || isMark(before) ? 0 : 1;
      } else if (b >= 0xe0 && b <= 0xe4) {
        signs++;
        wrong += isConsonant(behind) ? 0 : 1;
      }
      wrong += (b >= 0xdb && b <= 0xde) || b >= 0xfc ? 1 : 0;
    }
    return signs >= FEWEST && signs >= FREQUENT * letters && wrong <= (1 - IN_ORDER) * letters;
  }

  private static boolean isConsonant(int b) {
    return b >= 0xa1 && b <= 0xce;
  }

  private static boolean isMark(int b) {
    return b == 0xd1 || (b >= 0xd4 && b <= 0xda) || (b >= 0xe7 && b <= 0xee);
  }
}
