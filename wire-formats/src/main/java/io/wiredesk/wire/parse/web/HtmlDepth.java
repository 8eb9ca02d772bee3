package io.wiredesk.wire.parse.web;

import org.jsoup.nodes.Document;

/** A cheap guard against pages that are nothing but opened elements. Stateless. */
final class HtmlDepth {

  /** Real pages stay far below. */
  static final int LIMIT = 2_000;

  /** Levels of the tree, which is walked by recursion further on. */
  static final int TREE = 500;

  /** Names of elements that are never closed, or need not be, by their length. */
  private static final String[][] VOID = {
    {},
    {"p"},
    {"br", "hr", "li", "td", "tr", "th", "dt", "dd"},
    {"img", "wbr", "col"},
    {"meta", "link", "area", "base"},
    {"input", "track", "embed", "param"},
    {"source", "option"},
  };

  private HtmlDepth() {}

  /**
   * True where the tree is deeper than {@value #TREE}: elements that need no end tag nest without
   * being counted by {@link #exceeds(String)}.
   */
  static boolean exceeds(Document page) {
    int[] deepest = {0};
    page.traverse((node, depth) -> deepest[0] = Math.max(deepest[0], depth));
    return deepest[0] > TREE;
  }

  /** True where more elements are opened than closed at some place, void ones left out. */
  static boolean exceeds(String html) {
    int depth = 0;
    for (int i = html.indexOf('<'); i >= 0 && i + 1 < html.length(); i = html.indexOf('<', i + 1)) {
      char next = html.charAt(i + 1);
      if (next == '/') {
        depth = Math.max(0, depth - 1);
      } else if (Character.isLetter(next) && !isVoid(html, i + 1)) {
        depth++;
        if (depth > LIMIT) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isVoidName(String html, int at) {
    int length = 0;
    while (length < VOID.length
        && at + length < html.length()
        && Character.isLetterOrDigit(html.charAt(at + length))) {
      length++;
    }
    if (length == VOID.length) {
      return false;
    }
    for (String name : VOID[length]) {
      if (html.regionMatches(true, at, name, 0, length)) {
        return true;
      }
    }
    return false;
  }

  /** Elements that are never closed, or need not be. */
  private static boolean isVoid(String html, int at) {
    int limit = Math.min(html.length(), at + 500);
    for (int i = at; i < limit && html.charAt(i) != '<'; i++) {
      if (html.charAt(i) == '>') {
        if (html.charAt(i - 1) == '/') {
          return true;
        }
        break;
      }
    }
    return isVoidName(html, at);
  }
}
