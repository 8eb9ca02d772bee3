package io.wiredesk.publish.revision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds figures that changed between two texts: a number whose label (toll, injured, the thing
 * counted) is the same in both and whose value is not. Says nothing where more than one reading is
 * possible: a wrong "toll 12 → 15" is worse than none. Stateless.
 */
final class Figures {

  private static final int MOST = 5;
  private static final int LOOK_AHEAD = 4;
  private static final int LOOK_BACK = 5;
  private static final FigureWords WORDS = FigureWords.load();

  /**
   * A number, a word, or the end of a sentence. Not a number: part of a word or code ("G20"), an
   * ordinal, an age, a time, a date ("12th", "12-year-old", "10:30", "3/4").
   */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<money>[$€£¥₹])?(?<![\\p{L}\\p{N}.,:/-])(?<number>\\d+(?:[.,\\u00a0\\u202f]\\d+)*)"
              + "(?<tail>%|[\\p{L}:/-][\\p{L}\\p{N}:/-]*)?"
              + "|(?<word>[\\p{L}\\p{M}][\\p{L}\\p{M}'’]*(?:-[\\p{L}\\p{N}]+)*)"
              + "|(?<stop>[.!?;:](?=\\s|$)|\\n\\s*\\n|[()\"“”])");

  private Figures() {}

  /** E.g. {@code toll 12 → 15}, in the order of the newer text, five at most. */
  static List<String> changed(String before, String after) {
    Map<String, Set<String>> old = labelled(before);
    Map<String, Set<String>> fresh = labelled(after);
    List<String> changed = new ArrayList<>();
    fresh.forEach(
        (label, values) -> {
          Set<String> known = old.getOrDefault(label, Set.of());
          Set<String> gone = new LinkedHashSet<>(known);
          Set<String> come = new LinkedHashSet<>(values);
          gone.removeAll(values);
          come.removeAll(known);
          if (gone.size() == 1 && come.size() == 1 && changed.size() < MOST) {
            changed.add(
                (label + " " + gone.iterator().next() + " → " + come.iterator().next()).strip());
          }
        });
    return changed;
  }

  /** Values by label, both in text order. */
  private static Map<String, Set<String>> labelled(String text) {
    List<Token> tokens = tokens(text);
    Map<String, Set<String>> values = new LinkedHashMap<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).kind() == Kind.NUMBER) {
        add(tokens, i, values);
      }
    }
    return values;
  }

  private static void add(List<Token> tokens, int at, Map<String, Set<String>> values) {
    Token number = tokens.get(at);
    String shown = number.unit() + number.text();
    int next = at + 1;
    String word = wordAt(tokens, next);
    if (word != null && WORDS.isMagnitude(word)) {
      shown += " " + word;
      word = wordAt(tokens, ++next);
    }
    if (number.unit().equals("%")
        || (word != null && WORDS.isPercent(word, wordAt(tokens, next + 1)))) {
      put(values, "", shown.replace("%", "") + " %");
      return;
    }
    String label = label(tokens, at, next, word);
    if (label == null && !number.unit().isEmpty()) {
      label = "amount";
    }
    if (label != null) {
      put(values, label, shown);
    }
  }

  private static void put(Map<String, Set<String>> values, String label, String shown) {
    values.computeIfAbsent(label, l -> new LinkedHashSet<>()).add(shown);
  }

  /** The nearest word of a known kind before or after; else the word that is counted. */
  private static @Nullable String label(
      List<Token> tokens, int at, int next, @Nullable String following) {
    if (WORDS.isMonth(following) || WORDS.isMonth(wordAt(tokens, at - 1))) {
      return null;
    }
    for (int distance = 1; distance <= LOOK_BACK; distance++) {
      String ahead = distance <= LOOK_AHEAD ? reach(tokens, next - 1, distance) : null;
      String back = reach(tokens, at, -distance);
      String label = WORDS.kind(ahead);
      label = label == null ? WORDS.kind(back) : label;
      if (label != null) {
        return label;
      }
    }
    return following == null || WORDS.isFiller(following) ? null : following;
  }

  /** The word that far from the number, null past another number or the end of the sentence. */
  private static @Nullable String reach(List<Token> tokens, int from, int distance) {
    int step = Integer.signum(distance);
    for (int i = from + step; i != from + distance + step; i += step) {
      if (i < 0 || i >= tokens.size() || tokens.get(i).kind() != Kind.WORD) {
        return null;
      }
    }
    return wordAt(tokens, from + distance);
  }

  private static @Nullable String wordAt(List<Token> tokens, int at) {
    return at >= 0 && at < tokens.size() && tokens.get(at).kind() == Kind.WORD
        ? tokens.get(at).text()
        : null;
  }

  private enum Kind {
    NUMBER,
    WORD,
    STOP
  }

  /** Words in lower case; {@code unit} is a currency sign or %, or empty. */
  private record Token(Kind kind, String text, String unit) {}

  private static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher m = TOKEN.matcher(text);
    while (m.find()) {
      if (m.group("number") != null) {
        tokens.add(number(m));
      } else if (m.group("word") != null) {
        String word = m.group("word").toLowerCase(Locale.ROOT);
        String number = WORDS.number(word);
        tokens.add(
            number == null ? new Token(Kind.WORD, word, "") : new Token(Kind.NUMBER, number, ""));
      } else {
        tokens.add(new Token(Kind.STOP, "", ""));
      }
    }
    return tokens;
  }

  private static Token number(Matcher m) {
    String money = m.group("money") == null ? "" : m.group("money");
    String tail = m.group("tail");
    String value = m.group("number");
    boolean year = money.isEmpty() && value.matches("(1[5-9]|20)\\d\\d");
    if (year || (tail != null && !tail.equals("%"))) {
      return new Token(Kind.STOP, "", "");
    }
    return new Token(Kind.NUMBER, value, tail == null ? money : "%");
  }
}
