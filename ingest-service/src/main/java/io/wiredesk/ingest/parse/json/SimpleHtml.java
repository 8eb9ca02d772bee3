package io.wiredesk.ingest.parse.json;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises fragments that jsoup would print as they stand, so that most stories need not be
 * parsed and printed for a change at one place: well-nested sections, paragraphs, headings, lists
 * and inline elements without entities. What it does not know is not simple. Used by one thread.
 */
final class SimpleHtml {

  private static final Set<String> CONTAINERS =
      Set.of("section", "div", "blockquote", "figure", "li", "td", "th");
  private static final Set<String> BLOCKS =
      Set.of(
          "section",
          "div",
          "blockquote",
          "figure",
          "p",
          "h1",
          "h2",
          "h3",
          "h4",
          "ul",
          "ol",
          "table");
  private static final Set<String> INLINE = Set.of("a", "strong", "em", "b", "i", "span");

  /** The only children of those that hold no text. */
  private static final Map<String, Set<String>> STRUCTURE =
      Map.of(
          "ul", Set.of("li"),
          "ol", Set.of("li"),
          "table", Set.of("thead", "tbody"),
          "thead", Set.of("tr"),
          "tbody", Set.of("tr"),
          "tr", Set.of("th", "td"));

  private static final List<String> ATTRIBUTES =
      List.of("class", "href", "id", "title", "src", "ref", "caption", "creditline", "colspan");

  /** What dpa puts its pictures and embedded media in. */
  private static final String OWN = "dnl-";

  private static final int DEEPEST = 20;

  private final String html;
  private final Deque<String> open = new ArrayDeque<>();
  private int at;

  private SimpleHtml(String html) {
    this.html = html;
  }

  /** As jsoup would print the fragment; null where only jsoup can tell. */
  static @Nullable String printed(String html) {
    return new SimpleHtml(html).isSimple() ? escaped(html).replace("<br/>", "<br>") : null;
  }

  /** A text of such characters as it is printed. */
  static String escaped(String text) {
    return text.replace("\u00a0", "&nbsp;");
  }

  /** Characters that need no escape, but for the space that does not break. */
  static boolean isText(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isText(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isText(char c) {
    return c < 0x7f
        ? (c >= ' ' && c != '<' && c != '>' && c != '&') || c == '\n'
        : c >= 0xa0 && !Character.isSurrogate(c);
  }

  private boolean isSimple() {
    while (at < html.length()) {
      if (html.charAt(at) == '<') {
        if (!tag()) {
          return false;
        }
      } else if (holdsNoText() || !isText(html.charAt(at++))) {
        return false;
      }
    }
    return open.isEmpty();
  }

  /** Steps over a tag that is known and allowed here. */
  private boolean tag() {
    if (html.startsWith("<br>", at) || html.startsWith("<br/>", at)) {
      at = html.indexOf('>', at) + 1;
      return !holdsNoText();
    }
    boolean end = html.startsWith("</", at);
    int from = at + (end ? 2 : 1);
    int to = from;
    while (to < html.length() && isName(html.charAt(to))) {
      to++;
    }
    String name = html.substring(from, to);
    at = end ? to : afterAttributes(to);
    if (at < 0 || !html.startsWith(">", at) || (end ? !name.equals(open.peek()) : !mayOpen(name))) {
      return false;
    }
    at++;
    if (end) {
      open.pop();
    } else {
      open.push(name);
    }
    return true;
  }

  private boolean mayOpen(String name) {
    Set<String> only = open.isEmpty() ? null : STRUCTURE.get(open.peek());
    if (only != null) {
      return only.contains(name);
    }
    boolean inline = INLINE.contains(name) || name.startsWith(OWN);
    return open.size() < DEEPEST
        && (inline
            ? !open.contains(name)
            : BLOCKS.contains(name) && open.stream().allMatch(SimpleHtml::holdsBlocks));
  }

  private static boolean holdsBlocks(String name) {
    return CONTAINERS.contains(name) || STRUCTURE.containsKey(name);
  }

  private boolean holdsNoText() {
    return !open.isEmpty() && STRUCTURE.containsKey(open.peek());
  }

  /** The place behind attributes that are written as jsoup does, each once; -1 for others. */
  private int afterAttributes(int from) {
    int next = from;
    int seen = 0;
    while (html.startsWith(" ", next)) {
      int equals = html.indexOf("=\"", next);
      int end = equals < 0 ? -1 : html.indexOf('"', equals + 2);
      int attribute = end < 0 ? -1 : ATTRIBUTES.indexOf(html.substring(next + 1, equals));
      if (attribute < 0
          || (seen & 1 << attribute) != 0
          || !isText(html.substring(equals + 2, end))) {
        return -1;
      }
      seen |= 1 << attribute;
      next = end + 1;
    }
    return next;
  }

  private static boolean isName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '1' && c <= '4') || c == '-';
  }
}
