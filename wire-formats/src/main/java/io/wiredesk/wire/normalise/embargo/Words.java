package io.wiredesk.wire.normalise.embargo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A line as words and what stands between them. Signs of scripts that write without spaces are
 * words of their own, and so is what an apostrophe parts. Stateless, linear.
 */
final class Words {

  /** So many single letters in a row are a word that was set apart. */
  private static final int APART = 5;

  private Words() {}

  /**
   * @param split cuts a run of letters, key and text, into words that are known
   */
  static List<Word> of(String line, BiFunction<String, String, List<Word>> split) {
    List<Word> words = plain(line);
    return hasRun(words) ? joined(words, split) : words;
  }

  static List<Word> plain(String line) {
    List<Word> words = new ArrayList<>();
    int gap = 0;
    int at = 0;
    while (at < line.length()) {
      int end = end(line, at);
      if (end == at) {
        at += Character.charCount(line.codePointAt(at));
        continue;
      }
      String text = Fold.withoutZeros(line.substring(at, end));
      String key = Fold.key(text);
      if (!key.isEmpty()) { // an accent alone is no word
        words.add(new Word(text, key, line.substring(gap, at)));
        gap = end;
      }
      at = end;
    }
    return words;
  }

  /** Where the word that begins there ends; there itself where none does. */
  private static int end(String line, int from) {
    int at = from;
    while (at < line.length()) {
      int c = line.codePointAt(at);
      if (isSign(c)) {
        return at == from ? at + Character.charCount(c) : at;
      }
      if (!isPart(c)) {
        break;
      }
      at += Character.charCount(c);
    }
    return at;
  }

  private static boolean isPart(int c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  /** Of a script that puts no spaces between words. */
  private static boolean isSign(int c) {
    if (c < 0x0e00) {
      return false;
    }
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, THAI -> true;
      default -> false;
    };
  }

  private static boolean isLetter(Word word) {
    return word.key().length() == 1
        && !isSign(word.key().codePointAt(0))
        && (Character.isLetter(word.key().charAt(0)) || word.key().equals("0"));
  }

  private static boolean follows(Word word) {
    return isLetter(word)
        && word.gap().length() <= 2
        && (word.gap().isBlank() || word.gap().length() == 1); // "P.M. E.D.T." is no word
  }

  private static boolean hasRun(List<Word> words) {
    int run = 0;
    for (Word word : words) {
      run = run > 0 && follows(word) ? run + 1 : isLetter(word) ? 1 : 0;
      if (run >= APART) {
        return true;
      }
    }
    return false;
  }

  private static List<Word> joined(List<Word> words, BiFunction<String, String, List<Word>> split) {
    List<Word> joined = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      int end = at + 1;
      while (isLetter(words.get(at)) && end < words.size() && follows(words.get(end))) {
        end++;
      }
      if (end - at >= APART) {
        joined.addAll(together(words.subList(at, end), split));
      } else {
        joined.addAll(words.subList(at, end));
      }
      at = end;
    }
    return joined;
  }

  private static List<Word> together(
      List<Word> letters, BiFunction<String, String, List<Word>> split) {
    StringBuilder text = new StringBuilder();
    letters.forEach(letter -> text.append(letter.text().equals("0") ? "O" : letter.text()));
    List<Word> known = split.apply(Fold.key(text.toString()), text.toString());
    Word first = known.get(0);
    List<Word> words = new ArrayList<>(known);
    words.set(0, new Word(first.text(), first.key(), letters.get(0).gap()));
    return words;
  }
}
