package io.wiredesk.wire.parse.json;

import java.util.HashMap;
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

  /** Where a tag may stand: in text, where blocks may, or as one of another's only children. */
  private enum Kind {
    INLINE,
    BLOCK,
    PART
  }

  /**
   * @param only its only children, where it holds no text; null for others
   */
  private record Tag(String name, Kind kind, boolean holdsBlocks, @Nullable Set<String> only) {}

  /** Where a tag stands: within its outer ones. {@code holdsBlocks} is true of all of them. */
  private record Open(Tag tag, @Nullable Open outer, int depth, boolean holdsBlocks) {

    private Open inner(Tag inner) {
      return new Open(inner, this, depth + 1, holdsBlocks && inner.holdsBlocks);
    }

    private boolean has(String name) {
      for (Open each = this; each != null; each = each.outer) {
        if (each.tag.name.equals(name)) {
          return true;
        }
      }
      return false;
    }
  }

  private static final Tag NONE = new Tag("", Kind.BLOCK, true, null);
  private static final Map<String, Tag> TAGS = new HashMap<>();

  static {
    for (String name : List.of("a", "strong", "em", "b", "i", "span")) {
      TAGS.put(name, new Tag(name, Kind.INLINE, false, null));
    }
    for (String name : List.of("p", "h1", "h2", "h3", "h4")) {
      TAGS.put(name, new Tag(name, Kind.BLOCK, false, null));
    }
    for (String name : List.of("section", "div", "blockquote", "figure")) {
      TAGS.put(name, new Tag(name, Kind.BLOCK, true, null));
    }
    for (String name : List.of("li", "td", "th")) {
      TAGS.put(name, new Tag(name, Kind.PART, true, null));
    }
    TAGS.put("ul", new Tag("ul", Kind.BLOCK, true, Set.of("li")));
    TAGS.put("ol", new Tag("ol", Kind.BLOCK, true, Set.of("li")));
    TAGS.put("table", new Tag("table", Kind.BLOCK, true, Set.of("thead", "tbody")));
    TAGS.put("thead", new Tag("thead", Kind.PART, true, Set.of("tr")));
    TAGS.put("tbody", new Tag("tbody", Kind.PART, true, Set.of("tr")));
    TAGS.put("tr", new Tag("tr", Kind.PART, true, Set.of("th", "td")));
  }

  private static final List<String> ATTRIBUTES =
      List.of("class", "href", "id", "title", "src", "ref", "caption", "creditline", "colspan");

  /** What dpa puts its pictures and embedded media in. */
  private static final String OWN = "dnl-";

  private static final int DEEPEST = 20;

  private final String html;
  private Open open = new Open(NONE, null, 0, true);
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
      if (!(html.charAt(at) == '<' ? tag() : text())) {
        return false;
      }
    }
    return open.outer == null;
  }

  /** Steps over text that is allowed here, up to the next tag. */
  private boolean text() {
    int end = at;
    while (end < html.length() && isText(html.charAt(end))) {
      end++;
    }
    at = end;
    return open.tag.only == null && (end == html.length() || html.charAt(end) == '<');
  }

  /** Steps over a tag that is known and allowed here. */
  private boolean tag() {
    if (html.startsWith("<br>", at) || html.startsWith("<br/>", at)) {
      at = html.indexOf('>', at) + 1;
      return open.tag.only == null;
    }
    return html.startsWith("</", at) ? end(open.tag.name, open.outer) : start();
  }

  /** Steps over an end tag, which can only be the innermost one's. */
  private boolean end(String name, @Nullable Open outer) {
    int to = at + 2 + name.length();
    if (outer == null || !html.startsWith(name, at + 2) || !html.startsWith(">", to)) {
      return false;
    }
    at = to + 1;
    open = outer;
    return true;
  }

  private boolean start() {
    int from = at + 1;
    int to = from;
    while (to < html.length() && isName(html.charAt(to))) {
      to++;
    }
    Tag tag = known(html.substring(from, to));
    at = afterAttributes(to);
    if (tag == null || at < 0 || !html.startsWith(">", at) || !mayOpen(tag)) {
      return false;
    }
    at++;
    open = open.inner(tag);
    return true;
  }

  private static @Nullable Tag known(String name) {
    return name.startsWith(OWN) ? new Tag(name, Kind.INLINE, false, null) : TAGS.get(name);
  }

  private boolean mayOpen(Tag tag) {
    if (open.tag.only != null) {
      return open.tag.only.contains(tag.name);
    }
    return open.depth < DEEPEST
        && switch (tag.kind) {
          case INLINE -> !open.has(tag.name);
          case BLOCK -> open.holdsBlocks;
          case PART -> false;
        };
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
