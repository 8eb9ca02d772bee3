package io.wiredesk.wire.normalise.body;

import io.wiredesk.schemas.BlockType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain text to paragraphs, in place (spans) or unwrapped (paragraphs). Stateless. */
final class PlainText {

  private static final Pattern GAP = Pattern.compile("\\R(?:[\\p{Zs}\\t]*+\\R)++");
  private static final Pattern BREAK = Pattern.compile("\\R");
  private static final Pattern INDENT = Pattern.compile("(?m)^(?:\\t| {2,8})(?=\\S)");

  /** Wires wrap at 60–80 characters; a shorter line was broken on purpose. */
  private static final int WRAPPED = 45;

  private static final int WRAP_LIMIT = 100;

  /** A stretch of a text, end exclusive. */
  record Span(int start, int end) {
    String in(String text) {
      return text.substring(start, end);
    }
  }

  private PlainText() {}

  /** Paragraphs of the text as it stands, in order, without white space at their ends. */
  static List<Span> spans(String text) {
    List<Span> spans = new ArrayList<>();
    for (Span block : split(text, new Span(0, text.length()), GAP)) {
      String content = block.in(text);
      if (BREAK.matcher(content).find() && !Lines.isTable(content)) {
        spans.addAll(lineParagraphs(text, block, content));
      } else {
        spans.add(block);
      }
    }
    return spans;
  }

  /** Paragraphs with the wire's line wrapping undone; tables and deliberate breaks keep theirs. */
  static List<Paragraph> paragraphs(String text) {
    return spans(text).stream().map(span -> unwrap(span.in(text))).toList();
  }

  private static Paragraph unwrap(String block) {
    List<String> lines = block.lines().toList();
    if (lines.size() == 1) {
      return Paragraph.plain(block);
    }
    if (Lines.isTable(block)) {
      return Paragraph.of(BlockType.TABLE, columns(lines));
    }
    return Paragraph.plain(isWrapped(lines) ? join(lines) : trimmed(lines));
  }

  private static List<Span> lineParagraphs(String text, Span block, String content) {
    List<String> lines = content.lines().toList();
    long sentences = lines.stream().filter(Lines::endsSentence).count();
    boolean longLines = lines.stream().anyMatch(line -> line.length() > WRAP_LIMIT);
    if (longLines && sentences * 2 >= lines.size()) {
      return split(text, block, BREAK);
    }
    List<Span> indented = splitAtIndents(text, block);
    return indented.size() > 1 && isWrapped(lines) ? indented : List.of(block);
  }

  private static List<Span> splitAtIndents(String text, Span block) {
    List<Span> spans = new ArrayList<>();
    Matcher indent = INDENT.matcher(text).region(block.start(), block.end());
    int start = block.start();
    while (indent.find()) {
      addTrimmed(spans, text, start, indent.start());
      start = indent.start();
    }
    addTrimmed(spans, text, start, block.end());
    return spans;
  }

  private static List<Span> split(String text, Span within, Pattern separator) {
    List<Span> spans = new ArrayList<>();
    Matcher matcher = separator.matcher(text).region(within.start(), within.end());
    int start = within.start();
    while (matcher.find()) {
      addTrimmed(spans, text, start, matcher.start());
      start = matcher.end();
    }
    addTrimmed(spans, text, start, within.end());
    return spans;
  }

  private static void addTrimmed(List<Span> spans, String text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      spans.add(new Span(start, end));
    }
  }

  private static boolean isBlank(char c) {
    return Lines.isBlank(c) || Lines.isInvisible(c);
  }

  /** All lines but the last are near the wire's width. */
  private static boolean isWrapped(List<String> lines) {
    long full =
        lines.stream().limit(lines.size() - 1L).filter(l -> l.strip().length() >= WRAPPED).count();
    return full * 5 >= (lines.size() - 1L) * 4;
  }

  private static String join(List<String> lines) {
    StringBuilder joined = new StringBuilder();
    for (String line : lines) {
      String next = line.strip();
      if (joined.length() > 0 && !next.isEmpty() && !splitsWord(joined, next)) {
        joined.append(' ');
      }
      joined.append(next);
    }
    return joined.toString();
  }

  private static boolean splitsWord(CharSequence before, String next) {
    int length = before.length();
    return length > 1
        && before.charAt(length - 1) == '-'
        && Character.isLetter(before.charAt(length - 2))
        && Character.isLowerCase(next.charAt(0));
  }

  private static String trimmed(List<String> lines) {
    return String.join("\n", lines.stream().map(String::strip).filter(l -> !l.isEmpty()).toList());
  }

  private static String columns(List<String> lines) {
    return String.join(
        "\n",
        lines.stream()
            .map(line -> line.strip().replaceAll("\\s*\\t\\s*|[ \\u00a0]{3,}", "\t"))
            .filter(line -> !line.isEmpty())
            .toList());
  }
}
