package io.wiredesk.wire.normalise.body;

import io.wiredesk.wire.parse.text.NonPublicLine;
import java.util.ArrayList;
import org.jsoup.nodes.Element;

/**
 * What stands in a body for the newsroom alone: all from a line on that says so and nothing else
 * ("The following information is not intended for publication", "Nicht zur Veröffentlichung:"),
 * below copy. A line above all copy speaks of the item as a whole, a sentence within the copy of
 * something else: neither parts a body. Stateless.
 */
final class NonPublicCopy {

  /** So many characters of copy stand above the line. */
  private static final int COPY_ABOVE = 80;

  private NonPublicCopy() {}

  /**
   * A text in two.
   *
   * @param open what is for publication
   * @param closed the rest with its line, empty where there is none
   */
  record Parted(String open, String closed) {}

  /** Parts plain text. */
  static Parted part(String text) {
    int start = NonPublicLine.first(text) >= 0 ? start(text, 0) : -1;
    return start < 0
        ? new Parted(text, "")
        : new Parted(text.substring(0, start).stripTrailing(), text.substring(start).strip());
  }

  /** Takes it out of clean HTML, all of whose blocks are children; gives its text. */
  static String takeFrom(Element clean) {
    Element closed = new Element("body");
    int above = 0;
    for (Element block : new ArrayList<>(clean.children())) {
      String text = block.wholeText();
      if (closed.childrenSize() > 0) {
        closed.appendChild(block);
      } else if (NonPublicLine.first(text) >= 0) {
        take(block, text, above, closed);
      }
      above += visible(text);
    }
    return String.join("\n", HtmlParagraphs.of(closed).stream().map(Paragraph::text).toList());
  }

  /** Of a paragraph the lines from there on; of a list, table or quote all. */
  private static void take(Element block, String text, int above, Element closed) {
    int start = start(text, above);
    boolean lines = block.is("p, pre");
    if (start > 0 && lines && visible(text.substring(0, start)) > 0) {
      Element rest = block.shallowClone();
      lines(text.substring(start), rest);
      block.empty();
      lines(text.substring(0, start).stripTrailing(), block);
      closed.appendChild(rest);
    } else if (start >= 0 || (!lines && above >= COPY_ABOVE && hasLine(block))) {
      closed.appendChild(block);
    }
  }

  private static void lines(String text, Element into) {
    String between = "";
    for (String line : text.strip().split("\\R")) {
      if (into.is("p") && !between.isEmpty()) {
        into.appendElement("br");
      } else {
        into.appendText(between);
      }
      into.appendText(line);
      between = "\n";
    }
  }

  private static boolean hasLine(Element block) {
    return block.select("li, td, th, p, dd").stream()
        .anyMatch(each -> NonPublicLine.is(each.text()));
  }

  /** Where the first such line begins that has copy above it; -1 where none does. */
  private static int start(String text, int copyBefore) {
    int above = copyBefore;
    int at = 0;
    while (at < text.length()) {
      int end = lineEnd(text, at);
      String line = text.substring(at, end);
      if (above >= COPY_ABOVE && (NonPublicLine.is(line) || isWrapped(line, text, end + 1))) {
        return at;
      }
      above += visible(line);
      at = end + 1;
    }
    return -1;
  }

  /** It goes on in the line that begins there, in lower case as sentences do. */
  private static boolean isWrapped(String line, String text, int next) {
    return next < text.length()
        && Character.isLowerCase(text.charAt(next))
        && NonPublicLine.is(line + " " + text.substring(next, lineEnd(text, next)));
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private static int visible(String text) {
    int visible = 0;
    for (int i = 0; i < text.length(); i++) {
      visible += Character.isWhitespace(text.charAt(i)) ? 0 : 1;
    }
    return visible;
  }
}
