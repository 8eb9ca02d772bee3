package io.wiredesk.wire.parse.xml;

import java.util.List;
import java.util.regex.Pattern;

/** Plain text as agencies put it into XML, with its paragraphs found. Stateless. */
public final class PlainText {

  private static final Pattern TAG =
      Pattern.compile("<(?:p|P|br|BR|div|DIV|table|TABLE|ul|UL|h[1-6]|H[1-6]|html|HTML)\\b[^>]*>");
  private static final int LONG_LINE = 90;

  private PlainText() {}

  /** Mark-up was put in as text. */
  public static boolean looksLikeHtml(String text) {
    return TAG.matcher(text).find();
  }

  /**
   * The same text with a blank line between paragraphs: where it has blank lines they count; else
   * an indented line starts a paragraph; else, where lines are long, each is one.
   */
  public static String paragraphs(String text) {
    List<String> lines = text.replace("\r\n", "\n").replace('\r', '\n').lines().toList();
    boolean blanks =
        lines.stream().skip(1).limit(Math.max(0, lines.size() - 2)).anyMatch(String::isBlank);
    List<String> filled = lines.stream().filter(line -> !line.isBlank()).toList();
    if (blanks || filled.size() < 2) {
      return text.strip();
    }
    boolean indented = filled.stream().skip(1).anyMatch(PlainText::isIndented);
    boolean all = filled.stream().skip(1).allMatch(PlainText::isIndented);
    long longLines = filled.stream().filter(line -> line.length() > LONG_LINE).count();
    StringBuilder out = new StringBuilder(text.length() + 64);
    for (String line : filled) {
      boolean starts = longLines * 2 >= filled.size() || (indented && !all && isIndented(line));
      if (out.length() > 0) {
        out.append(starts ? "\n\n" : "\n");
      }
      out.append(line.strip());
    }
    return out.toString();
  }

  /** Plain text with blank lines between paragraphs as HTML paragraphs, line breaks kept. */
  public static String html(String text) {
    StringBuilder out = new StringBuilder(text.length() + 64);
    for (String paragraph : text.strip().split("\\n\\s*\\n")) {
      Html html = new Html();
      paragraph
          .lines()
          .forEach(
              line -> {
                html.text(line, Html.Place.FLOW);
                html.lineBreak(Html.Place.FLOW);
              });
      out.append(html.html());
    }
    return out.toString();
  }

  private static boolean isIndented(String line) {
    return line.startsWith("\t") || line.startsWith("  ");
  }
}
