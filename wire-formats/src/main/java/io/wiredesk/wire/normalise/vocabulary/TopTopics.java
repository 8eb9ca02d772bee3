package io.wiredesk.wire.normalise.vocabulary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The seventeen top-level topics, from {@code top-level-topics.tsv}. Immutable. */
final class TopTopics {

  private static final TopTopics TABLE = new TopTopics(load());

  private final List<String[]> rows;

  private TopTopics(List<String[]> rows) {
    this.rows = rows;
  }

  /** English name of a top-level code, null for any other. */
  static @Nullable String name(String code) {
    return TABLE.rows.stream()
        .filter(row -> row[0].equals(code))
        .map(row -> row[1])
        .findFirst()
        .orElse(null);
  }

  /** Code of the top-level topic behind a house section, null where there is none. */
  static @Nullable String codeOfSection(String section) {
    return TABLE.rows.stream()
        .filter(row -> row[2].equalsIgnoreCase(section))
        .map(row -> row[0])
        .findFirst()
        .orElse(null);
  }

  static List<String> sections() {
    return TABLE.rows.stream().map(row -> row[2]).distinct().toList();
  }

  private static List<String[]> load() {
    try (InputStream in =
            Objects.requireNonNull(TopTopics.class.getResourceAsStream("top-level-topics.tsv"));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(l -> !l.startsWith("#")).map(l -> l.split("\t")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("top-level-topics.tsv is part of the program", e);
    }
  }
}
