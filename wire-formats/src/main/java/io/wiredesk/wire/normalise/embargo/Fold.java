package io.wiredesk.wire.normalise.embargo;

import java.text.Normalizer;
import java.util.Locale;

/** Spellings of one word as one key: small letters, no accents, no zero for an O. Stateless. */
final class Fold {

  private Fold() {}

  static String key(String word) {
    String lower = isAscii(word) ? word : plain(word);
    return withoutZeros(lower.toLowerCase(Locale.ROOT));
  }

  /** Zeros among at least three letters are meant as the letter. */
  static String withoutZeros(String word) {
    if (word.indexOf('0') < 0 || word.codePoints().filter(Character::isLetter).count() < 3) {
      return word;
    }
    return word.replace('0', Character.isUpperCase(word.codePointAt(0)) ? 'O' : 'o');
  }

  private static String plain(String word) {
    String apart = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
    StringBuilder plain = new StringBuilder(apart.length());
    for (int i = 0; i < apart.length(); i++) {
      char c = apart.charAt(i);
      switch (c) {
        case 'ø' -> plain.append('o');
        case 'æ' -> plain.append("ae");
        case 'œ' -> plain.append("oe");
        case 'ł' -> plain.append('l');
        case 'đ', 'ð' -> plain.append('d');
        case 'ı' -> plain.append('i');
        case 'ß' -> plain.append("ss");
        case 'þ' -> plain.append("th");
        case 'ς' -> plain.append('σ');
        default -> {
          if (Character.getType(c) != Character.NON_SPACING_MARK) {
            plain.append(c);
          }
        }
      }
    }
    return Normalizer.normalize(plain, Normalizer.Form.NFC);
  }

  private static boolean isAscii(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
