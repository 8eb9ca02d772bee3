package io.wiredesk.wire.normalise.embargo;

import io.wiredesk.wire.normalise.embargo.Line.Part;
import java.util.ArrayList;
import java.util.List;

/** Where the parts of a line begin. Stateless. */
final class Parting {

  private static final String STOPS = ";!?()[]{}|\n\t•·…*<>=#。！？；（）【】「」؛";
  private static final String BREAKS = "—–:：﹕";

  private Parting() {}

  static List<Part> parts(List<Word> words, List<Kind> kinds) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    boolean sentence = true;
    for (int i = 1; i < words.size(); i++) {
      boolean stop = isStop(words.get(i - 1), words.get(i), kinds.get(i));
      if (stop || isBreak(words.get(i - 1), words.get(i))) {
        parts.add(new Part(from, i, sentence));
        from = i;
        sentence = stop;
      }
    }
    if (!words.isEmpty()) {
      parts.add(new Part(from, words.size(), sentence));
    }
    return List.copyOf(parts);
  }

  /** No phrase goes on behind it. */
  static boolean ends(String gap) {
    return gap.length() > 3 || gap.chars().anyMatch(c -> "()[];:!?|\n\"“”".indexOf(c) >= 0);
  }

  private static boolean isStop(Word before, Word word, Kind kind) {
    String gap = word.gap();
    for (int i = 0; i < gap.length(); i++) {
      char c = gap.charAt(i);
      boolean sign = STOPS.indexOf(c) >= 0;
      boolean point = c == '.' && i + 1 < gap.length() && gap.charAt(i + 1) == ' ';
      // "a.m. EST", "Dec. 6", "6. Dezember" go on
      if (sign || (point && before.key().length() > 1 && kind != Kind.TIME)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBreak(Word before, Word word) {
    String gap = word.gap();
    boolean numbers = before.hasDigit() && word.hasDigit();
    if (gap.length() == 1) {
      return !numbers && (BREAKS.indexOf(gap.charAt(0)) >= 0 || gap.equals("/") || gap.equals("_"));
    }
    for (int i = 0; i < gap.length(); i++) {
      if (BREAKS.indexOf(gap.charAt(i)) >= 0 || (gap.charAt(i) == '/' && !numbers)) {
        return true;
      }
    }
    boolean offset = word.hasDigit() && gap.endsWith(" -") && gap.length() <= 3; // "10:00 -03:30"
    return gap.contains("- ")
        || (gap.contains(" -") && !offset)
        || gap.contains("--")
        || gap.contains(", ") && gap.length() > 3;
  }
}
