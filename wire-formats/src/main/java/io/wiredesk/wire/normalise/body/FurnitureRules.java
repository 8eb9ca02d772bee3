package io.wiredesk.wire.normalise.body;

import io.wiredesk.wire.normalise.pattern.PrefixedPatterns;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** The table {@code furniture.txt}, compiled. Safe to share between threads. */
final class FurnitureRules {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final int MAX_INLINE = 200;
  private static final int HEAD_OF_PARAGRAPH = 400;

  private final PrefixedPatterns edge;
  private final PrefixedPatterns closing;
  private final PrefixedPatterns anywhere;

  private FurnitureRules(
      PrefixedPatterns edge, PrefixedPatterns closing, PrefixedPatterns anywhere) {
    this.edge = edge;
    this.closing = closing;
    this.anywhere = anywhere;
  }

  static FurnitureRules load() {
    List<String> lines = lines();
    return new FurnitureRules(
        place("edge", lines), place("closing", lines), place("anywhere", lines));
  }

  /** Furniture at the head or tail of a page. */
  boolean atEdge(String paragraph) {
    String head = head(paragraph);
    return edge.startOf(head) || closing.startOf(head) || anywhere.startOf(head);
  }

  /** Furniture below which nothing of the article follows. */
  boolean closes(String paragraph) {
    return closing.startOf(head(paragraph));
  }

  /** Furniture also between paragraphs of copy. */
  boolean anywhere(String paragraph) {
    return paragraph.length() <= MAX_INLINE && anywhere.startOf(paragraph);
  }

  private static String head(String paragraph) {
    return paragraph.length() <= HEAD_OF_PARAGRAPH
        ? paragraph
        : paragraph.substring(0, HEAD_OF_PARAGRAPH);
  }

  private static PrefixedPatterns place(String place, List<String> lines) {
    return new PrefixedPatterns(
        lines.stream()
            .filter(line -> line.startsWith(place + " "))
            .map(line -> Pattern.compile(line.substring(place.length()).strip(), FLAGS))
            .toList());
  }

  private static List<String> lines() {
    try (InputStream in =
            Objects.requireNonNull(FurnitureRules.class.getResourceAsStream("furniture.txt"));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("furniture.txt is part of the program", e);
    }
  }
}
