package io.wiredesk.wire.normalise.body;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Any HTML fragment to clean, flat HTML: all copy stands in paragraphs, headings, lists, tables,
 * quotes or captions; containers, styles, scripts and event attributes are gone. No copy is lost: a
 * tag that is not allowed goes, its text stays. Stateless.
 */
final class HtmlCleaner {

  /** Classes that parsers put on paragraphs to say what they are. */
  static final Set<String> HINTS =
      Set.of("byline", "dateline", "credit", "caption", "note", "tagline", "boilerplate");

  private static final Set<String> WITHOUT_COPY =
      words(
          "script style noscript template head link meta title base object embed "
              + "applet iframe svg math canvas audio video map input select datalist "
              + "textarea button progress meter");

  /** What stands on lines of its own. */
  static final Set<String> BLOCKS =
      words(
          "p h1 h2 h3 h4 h5 h6 ul ol li table caption thead tbody tfoot colgroup col "
              + "tr td th blockquote figure figcaption pre hr div");

  private static final Set<String> CONTAINERS =
      words(
          "section article header footer main aside nav address center dl fieldset "
              + "form details hgroup body html dir menu frameset search dialog block "
              + "body.content media");

  private static final Set<String> PARAGRAPHS =
      words("dt dd summary legend listing xmp plaintext marquee cite.block");

  private static final Safelist SAFE =
      new Safelist()
          .addTags(BLOCKS.stream().filter(tag -> !"div".equals(tag)).toArray(String[]::new))
          .addTags("a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "ins", "kbd", "mark")
          .addTags("q", "s", "samp", "small", "strong", "sub", "sup", "time", "u", "var", "wbr")
          .addAttributes("a", "href", "title")
          .addAttributes("td", "colspan", "rowspan")
          .addAttributes("th", "colspan", "rowspan", "scope")
          .addAttributes("ol", "start")
          .addAttributes("p", "class")
          .addAttributes("time", "datetime")
          .addProtocols("a", "href", "http", "https", "mailto", "tel");

  private HtmlCleaner() {}

  private static Set<String> words(String words) {
    return Set.of(words.split(" "));
  }

  /** The fragment as parsed, without what never holds copy. */
  static Document parse(String fragment) {
    Document document = Jsoup.parseBodyFragment(fragment);
    document.outputSettings().prettyPrint(false);
    List<Element> gone = new ArrayList<>();
    for (Element element : document.body().getAllElements()) {
      if (WITHOUT_COPY.contains(element.normalName())) {
        gone.add(element);
      }
    }
    gone.forEach(Node::remove);
    return document;
  }

  /** Clean, flat copy of a parsed fragment; the fragment itself is used up. */
  static Document clean(Document document) {
    Element body = document.body();
    renameToKnown(body);
    liftBlocksOutOfInlines(body);
    List<Element> containers = new ArrayList<>(body.select("div"));
    Collections.reverse(containers);
    containers.forEach(HtmlCleaner::flatten);
    paragraphRuns(body);
    new ArrayList<>(body.select("p")).forEach(HtmlCleaner::splitAtDoubleBreaks);
    keepHintsOnly(body);
    Document clean = new Cleaner(SAFE).clean(document);
    clean.outputSettings().prettyPrint(false);
    dropEmpty(clean.body());
    return clean;
  }

  private static void renameToKnown(Element body) {
    for (Element element : body.getAllElements()) {
      String tag = element.normalName();
      if (element != body && CONTAINERS.contains(tag)) {
        element.tagName("div");
      } else if (PARAGRAPHS.contains(tag)) {
        element.tagName("p");
      }
    }
  }

  private static void liftBlocksOutOfInlines(Element body) {
    Set<Element> inlines = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Element element : body.getAllElements()) {
      if (element != body && BLOCKS.contains(element.normalName())) {
        Element parent = element.parent();
        while (parent != null && parent != body && !BLOCKS.contains(parent.normalName())) {
          if (!inlines.add(parent)) {
            break;
          }
          parent = parent.parent();
        }
      }
    }
    inlines.forEach(Element::unwrap);
  }

  private static void flatten(Element container) {
    if (hasBlockChild(container)) {
      paragraphRuns(container);
      container.unwrap();
    } else {
      container.tagName("p");
    }
  }

  private static boolean hasBlockChild(Element element) {
    return element.children().stream().anyMatch(child -> BLOCKS.contains(child.normalName()));
  }

  /** Wraps each run of inline nodes between blocks in a paragraph of its own. */
  private static void paragraphRuns(Element parent) {
    Element run = null;
    for (Node node : List.copyOf(parent.childNodes())) {
      boolean block = node instanceof Element e && BLOCKS.contains(e.normalName());
      if (block) {
        run = null;
      } else if (run != null) {
        run.appendChild(node);
      } else if (!(node instanceof TextNode text && text.isBlank())) {
        run = new Element("p");
        node.replaceWith(run);
        run.appendChild(node);
      }
    }
  }

  private static void splitAtDoubleBreaks(Element paragraph) {
    List<Node> children = List.copyOf(paragraph.childNodes());
    Element current = paragraph;
    int breaks = 0;
    for (Node child : children) {
      boolean lineBreak = child instanceof Element e && "br".equals(e.normalName());
      boolean blank = child instanceof TextNode text && text.isBlank();
      if (lineBreak) {
        breaks++;
      } else if (!blank && breaks > 1) {
        Element next = new Element("p");
        next.attributes().addAll(paragraph.attributes());
        current.after(next);
        current = next;
      }
      breaks = lineBreak || blank ? breaks : 0;
      if (current != paragraph) {
        current.appendChild(child);
      }
    }
  }

  private static void keepHintsOnly(Element body) {
    for (Element element : body.select("[class]")) {
      String hint =
          element.classNames().stream().filter(HINTS::contains).sorted().findFirst().orElse("");
      if (hint.isEmpty()) {
        element.removeAttr("class");
      } else {
        element.attr("class", hint);
      }
    }
  }

  private static void dropEmpty(Element body) {
    List<Element> elements =
        new ArrayList<>(body.getAllElements()); // a copy: jsoup's own list writes through
    Collections.reverse(elements);
    for (Element element : elements) {
      String tag = element.normalName();
      boolean cell = "td".equals(tag) || "th".equals(tag) || "br".equals(tag) || "hr".equals(tag);
      if (element != body && !cell && !"col".equals(tag) && !element.hasText()) {
        element.remove();
      } else if ("a".equals(tag) && !element.hasAttr("href")) {
        element.unwrap();
      }
    }
  }
}
