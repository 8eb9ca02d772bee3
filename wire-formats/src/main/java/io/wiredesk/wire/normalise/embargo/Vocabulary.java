package io.wiredesk.wire.normalise.embargo;

import io.wiredesk.wire.time.TimeWords;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The phrases of {@code announcements.txt}: which stands at a place of a line. Immutable, safe to
 * share.
 */
final class Vocabulary {

  /** Where two phrases have the same words, the kind that stands first here counts. */
  private static final Comparator<Phrase> LONGEST =
      Comparator.comparingInt((Phrase phrase) -> -phrase.words().size())
          .thenComparing(Phrase::kind);

  private static final Vocabulary STANDARD = new Vocabulary();

  private static final int MIN_DAY = 5;
  private static final int MIN_PAPER = 6;

  private final Map<String, List<Phrase>> byFirst = new HashMap<>();
  private final Set<String> known = new HashSet<>();
  private int longest;

  /** A row of the table. */
  record Phrase(Kind kind, List<String> words) {}

  private Vocabulary() {
    load();
    byFirst.values().forEach(phrases -> phrases.sort(LONGEST));
    known.forEach(word -> longest = Math.max(longest, word.length()));
  }

  static Vocabulary standard() {
    return STANDARD;
  }

  /** Phrases that begin with the word, the longest first; those with its beginning come last. */
  List<Phrase> beginningWith(String key) {
    List<Phrase> exact = byFirst.getOrDefault(key, List.of());
    List<Phrase> stems = key.charAt(0) < 0x80 ? List.of() : stems(key);
    return stems.isEmpty() ? exact : Stream.concat(exact.stream(), stems.stream()).toList();
  }

  private List<Phrase> stems(String key) {
    for (int end = key.length(); end > 1; end--) {
      List<Phrase> stem = byFirst.get(key.substring(0, end) + "*");
      if (stem != null) {
        return stem;
      }
    }
    return List.of();
  }

  /** A day and its editions in one word ("Montagausgaben") as two; any other word as it is. */
  List<Word> parted(Word word) {
    String key = word.key();
    for (int end = key.length() - MIN_PAPER; end >= MIN_DAY; end--) {
      String paper = key.substring(end);
      boolean joined = key.charAt(end) == 's' && isPaper(key.substring(end + 1));
      if ((isPaper(paper) || joined) && TimeWords.isDay(key.substring(0, end))) {
        return List.of(
            new Word(key.substring(0, end), key.substring(0, end), word.gap()),
            new Word(
                joined ? key.substring(end + 1) : paper,
                joined ? key.substring(end + 1) : paper,
                " "));
      }
    }
    return List.of(word);
  }

  private boolean isPaper(String key) {
    return byFirst.getOrDefault(key, List.of()).stream()
        .anyMatch(phrase -> phrase.kind() == Kind.PAPER && phrase.words().size() == 1);
  }

  /** A run of letters as the longest known words, the rest as one. */
  List<Word> split(String key, String text) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < key.length()) {
      int end = Math.min(key.length(), at + longest);
      while (end > at + 1 && !known.contains(key.substring(at, end))) {
        end--;
      }
      if (end == at + 1) {
        end = key.length();
      }
      String part =
          key.length() == text.length() ? text.substring(at, end) : key.substring(at, end);
      words.add(new Word(part, key.substring(at, end), words.isEmpty() ? "" : " "));
      at = end;
    }
    return words;
  }

  private void load() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Vocabulary.class.getResourceAsStream("announcements.txt")),
                StandardCharsets.UTF_8))) {
      reader.lines().filter(line -> !line.startsWith("#")).forEach(this::row);
    } catch (IOException e) {
      throw new UncheckedIOException("announcements.txt is part of the program", e);
    }
  }

  private void row(String line) {
    String[] columns = line.split("\\s+", 3);
    Kind kind = Kind.valueOf(columns[0].toUpperCase(Locale.ROOT));
    for (String phrase : columns[2].split("\\|")) {
      List<String> words = Words.plain(phrase).stream().map(Word::key).toList();
      boolean stem = phrase.endsWith("*");
      if (stem) {
        words = new ArrayList<>(words);
        words.set(words.size() - 1, words.get(words.size() - 1) + "*");
      }
      byFirst
          .computeIfAbsent(words.get(0), first -> new ArrayList<>())
          .add(new Phrase(kind, words));
      words.forEach(known::add);
    }
  }
}
