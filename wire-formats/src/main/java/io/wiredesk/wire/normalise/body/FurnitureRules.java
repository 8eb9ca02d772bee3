package io.wiredesk.wire.normalise.body;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table {@code furniture.txt}, compiled. Safe to share between threads. */
final class FurnitureRules {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final int MAX_INLINE = 200;
  private static final int HEAD_OF_PARAGRAPH = 400;

  private final Pattern edge;
  private final Pattern closing;
  private final Pattern anywhere;

  private FurnitureRules(Pattern edge, Pattern closing, Pattern anywhere) {
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
    return edge.matcher(head).lookingAt()
        || closing.matcher(head).lookingAt()
        || anywhere.matcher(head).lookingAt();
  }

  /** Furniture below which nothing of the article follows. */
  boolean closes(String paragraph) {
    return closing.matcher(head(paragraph)).lookingAt();
  }

  /** Furniture also between paragraphs of copy. */
  boolean anywhere(String paragraph) {
    return paragraph.length() <= MAX_INLINE && anywhere.matcher(paragraph).lookingAt();
  }

  private static String head(String paragraph) {
    return paragraph.length() <= HEAD_OF_PARAGRAPH
        ? paragraph
        : paragraph.substring(0, HEAD_OF_PARAGRAPH);
  }

  private static Pattern place(String place, List<String> lines) {
    return Pattern.compile(
        lines.stream()
            .filter(line -> line.startsWith(place + " "))
            .map(line -> "(?:" + line.substring(place.length()).strip() + ")")
            .collect(Collectors.joining("|")),
        FLAGS);
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
