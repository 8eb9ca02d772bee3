package io.wiredesk.wire.normalise.embargo;

import io.wiredesk.wire.normalise.embargo.Vocabulary.Phrase;
import io.wiredesk.wire.time.TimeWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of an item, word by word with what each is to an announcement, and in parts. Immutable.
 *
 * @param text as it stands
 * @param place where it stands
 * @param words of the line
 * @param kinds one for each word
 * @param ends for each word, the end of the phrase that it belongs to
 * @param parts in order, no word outside
 */
record Line(
    String text,
    Place place,
    List<Word> words,
    List<Kind> kinds,
    List<Integer> ends,
    List<Part> parts) {

  /** Where a line stands. */
  enum Place {
    HEADLINE,
    SLUGLINE,
    KEYWORD,
    NOTE,
    /** Among the first lines of the text. */
    HEAD,
    /** Anywhere else in the text. */
    COPY
  }

  /**
   * Words between two signs that part a line.
   *
   * @param from first word
   * @param to one past the last
   * @param sentence a full stop, a bracket or the like stands before it; else a colon or a dash
   */
  record Part(int from, int to, boolean sentence) {}

  static Line of(String text, Place place, Vocabulary vocabulary) {
    List<Word> words =
        Words.of(text, vocabulary::split).stream()
            .flatMap(word -> vocabulary.parted(word).stream())
            .toList();
    Kind[] kinds = new Kind[words.size()];
    Integer[] ends = new Integer[words.size()];
    int at = 0;
    while (at < words.size()) {
      Phrase phrase = phrase(words, at, vocabulary);
      int end = phrase == null ? at + 1 : at + phrase.words().size();
      Kind kind = phrase == null ? single(words.get(at)) : phrase.kind();
      Arrays.fill(kinds, at, end, kind);
      Arrays.fill(ends, at, end, end);
      at = end;
    }
    List<Kind> known = List.of(kinds);
    return new Line(text, place, words, known, List.of(ends), Parting.parts(words, known));
  }

  private static @Nullable Phrase phrase(List<Word> words, int at, Vocabulary vocabulary) {
    for (Phrase phrase : vocabulary.beginningWith(words.get(at).key())) {
      if (stands(phrase.words(), words, at)) {
        return phrase;
      }
    }
    return null;
  }

  private static boolean stands(List<String> phrase, List<Word> words, int at) {
    if (at + phrase.size() > words.size()) {
      return false;
    }
    for (int i = 0; i < phrase.size(); i++) {
      Word word = words.get(at + i);
      String said = phrase.get(i);
      boolean same =
          said.endsWith("*")
              ? word.key().startsWith(said.substring(0, said.length() - 1))
              : word.key().equals(said);
      if (!same || (i > 0 && Parting.ends(word.gap()))) {
        return false;
      }
    }
    return true;
  }

  private static Kind single(Word word) {
    boolean time = word.hasDigit() || TimeWords.isDay(word.text()) || TimeWords.isZone(word.text());
    return time ? Kind.TIME : Kind.OTHER;
  }

  Kind kind(int word) {
    return word < words.size() ? kinds.get(word) : Kind.OTHER;
  }

  /** How many words of the kinds stand in the range. */
  int count(int from, int to, Kind... wanted) {
    List<Kind> all = Arrays.asList(wanted);
    return (int) kinds.subList(Math.min(from, to), to).stream().filter(all::contains).count();
  }

  /** The first word of the kind in the range, -1 where there is none. */
  int first(Kind kind, int from, int to) {
    for (int i = from; i < to; i++) {
      if (kinds.get(i) == kind) {
        return i;
      }
    }
    return -1;
  }

  /** The words of the range as text, with what stands between them. */
  String text(int from, int to) {
    StringBuilder said = new StringBuilder();
    for (int i = from; i < to; i++) {
      said.append(i == from ? "" : words.get(i).gap()).append(words.get(i).text());
    }
    return said.toString();
  }

  /** The full stop behind a letter that ends there, which belongs to it: "E.D.T.". */
  String point(int to) {
    boolean letter = to > 0 && words.get(to - 1).key().length() == 1;
    boolean point = to < words.size() ? words.get(to).gap().startsWith(".") : text.endsWith(".");
    return letter && point ? "." : "";
  }

  List<Integer> phrases(int from, int to) {
    List<Integer> starts = new ArrayList<>();
    for (int i = from; i < to; i = Math.max(i + 1, ends.get(i))) {
      starts.add(i);
    }
    return starts;
  }
}
