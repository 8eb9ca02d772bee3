package io.wiredesk.wire.parse.text;

import io.wiredesk.wire.parse.AsciiSpace;
import java.util.regex.Pattern;

/**
 * What a line looks like: indented, a point of a list, a row of a table, Chinese or Japanese. Each
 * is asked of every line of every story, so patterns are tried only where they may match.
 * Stateless.
 */
final class LineShape {

  private static final Pattern COLUMNS =
      Pattern.compile("\\S(?: {3,}|\\t+| \\.{3,})\\S|;[^;\\s]*;[^;]*;");
  private static final Pattern INDENT = Pattern.compile("^(?: {2,}|\\t)\\s*\\S.*");
  private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-*•–] |#{1,4} |\\d{1,2}[.)] )");
  private static final int FIRST_WIDE = 0x3000;

  private LineShape() {}

  /** Chinese and Japanese paragraphs begin with a space as wide as a character. */
  static boolean hasWideIndent(String line) {
    return line.startsWith("\u3000") && !line.isBlank();
  }

  /** Two spaces or a tab in front, and something after them. */
  static boolean isIndented(String line) {
    return line.length() > 1
        && (line.charAt(0) == '\t' || (line.charAt(0) == ' ' && line.charAt(1) == ' '))
        && INDENT.matcher(line).matches();
  }

  /** A point of a list: hyphen, bullet, number. */
  static boolean isPoint(String line) {
    int first = indent(line);
    return first < line.length() && mayBePoint(line.charAt(first)) && BULLET.matcher(line).find();
  }

  private static boolean mayBePoint(char c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '*' || c == '#' || c == '•' || c == '–';
  }

  /** A row of a table: figures, or columns set apart. */
  static boolean isTabular(String line) {
    String row = line.substring(indent(line));
    return isFigure(row.stripLeading()) || (mayHaveColumns(row) && COLUMNS.matcher(row).find());
  }

  /** "12,345.6 and more": digits, point or comma, digits, spaces, something. */
  private static boolean isFigure(String row) {
    int whole = digits(row, 0);
    if (whole == 0 || whole == row.length() || ".,".indexOf(row.charAt(whole)) < 0) {
      return false;
    }
    int end = digits(row, whole + 1);
    int next = end;
    while (next < row.length() && row.charAt(next) == ' ') {
      next++;
    }
    return end > whole + 1 && next > end && next < row.length() && !AsciiSpace.is(row.charAt(next));
  }

  private static int digits(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  /** Without one of these no pattern of columns is found: most lines are done with here. */
  private static boolean mayHaveColumns(String line) {
    return line.indexOf(';') >= 0
        || line.indexOf('\t') >= 0
        || line.contains("   ")
        || line.contains(" ...");
  }

  /** Chinese, Japanese: no space where lines were broken, and lines are short. */
  static boolean isWide(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) >= FIRST_WIDE && isWide(line.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }

  static boolean isWide(int c) {
    return c >= FIRST_WIDE
        && (Character.isIdeographic(c) || c <= 0x30ff || (c >= 0xff00 && c <= 0xffef));
  }

  /** Length of a line up to its first space, without those in front. */
  static int firstWord(String line) {
    int start = 0;
    while (start < line.length() && Character.isWhitespace(line.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < line.length() && !AsciiSpace.is(line.charAt(end))) {
      end++;
    }
    return end - start;
  }

  private static int indent(String line) {
    int indent = 0;
    while (indent < line.length() && AsciiSpace.is(line.charAt(indent))) {
      indent++;
    }
    return indent;
  }
}
