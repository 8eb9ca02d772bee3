package io.wiredesk.wire.normalise.body;

import io.wiredesk.schemas.TextValue;
import io.wiredesk.wire.parse.WireBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * Reads the bodies of an item: the first one, best as the parser saw it, gives the canonical text;
 * all are kept, sanitised. After clean-up the text is compared with the wire's, white space aside;
 * on any loss the whole text is taken instead and a repair is noted. Copy for the newsroom alone is
 * set apart, see {@link NonPublicCopy}. Stateless, safe to share.
 */
public final class BodyReader {

  /** Between paragraphs of the canonical text. */
  public static final String SEPARATOR = "\n\n";

  private static final int MAX_DEPTH = 120;
  private static final String LOSS =
      "The mark-up of the body could not be kept without losing copy: its whole text was taken.";

  /** Bodies, canonical text and blocks; all empty where the wire had no body. */
  public BodyText read(List<WireBody> wire) {
    List<Read> read = wire.stream().map(BodyReader::readOne).toList();
    List<String> repairs = new ArrayList<>();
    read.stream().filter(Read::lossy).findFirst().ifPresent(body -> repairs.add(LOSS));
    List<TextValue> bodies = new ArrayList<>();
    read.stream().filter(Read::html).forEach(body -> add(bodies, body.value()));
    read.stream().filter(body -> !body.html()).forEach(body -> add(bodies, body.value()));
    List<Paragraph> canonical = canonical(read);
    String text = String.join(SEPARATOR, canonical.stream().map(Paragraph::text).toList());
    return new BodyText(bodies, text, Blocks.over(canonical, SEPARATOR), closed(read), repairs);
  }

  /** What two bodies say alike, white space aside, is one note. */
  private static List<String> closed(List<Read> read) {
    Map<String, String> closed = new LinkedHashMap<>();
    for (Read body : read) {
      if (!body.closed().isEmpty()) {
        closed.putIfAbsent(Lines.bare(body.closed()), body.closed());
      }
    }
    return List.copyOf(closed.values());
  }

  private static void add(List<TextValue> bodies, TextValue body) {
    if (!body.getValue().isBlank() && !bodies.contains(body)) {
      bodies.add(body);
    }
  }

  /**
   * The first body with copy; where a later one holds all of it and more (a teaser before the full
   * story), that one.
   */
  private static List<Paragraph> canonical(List<Read> read) {
    if (read.size() == 1) {
      return BlockTyper.settle(read.get(0).paragraphs());
    }
    List<Paragraph> best = List.of();
    String bare = "";
    for (Read body : read) {
      String other = bare(body.paragraphs());
      if (bare.isEmpty() || (other.length() > bare.length() && other.contains(bare))) {
        best = body.paragraphs();
        bare = other;
      }
    }
    return BlockTyper.settle(best);
  }

  private static String bare(List<Paragraph> paragraphs) {
    return Lines.bare(String.join("", paragraphs.stream().map(Paragraph::text).toList()));
  }

  private static Read readOne(WireBody body) {
    return body.html() ? readHtml(body) : readPlain(body);
  }

  private static Read readPlain(WireBody body) {
    String text = body.content().replace("\r\n", "\n").replace('\r', '\n').stripTrailing();
    NonPublicCopy.Parted parted = NonPublicCopy.part(text);
    TextValue value = new TextValue(body.role(), "text/plain", parted.open());
    return new Read(false, value, PlainText.paragraphs(parted.open()), parted.closed(), false);
  }

  private static Read readHtml(WireBody body) {
    Document document = HtmlCleaner.parse(body.content());
    Whole whole = Whole.of(document.body());
    if (whole.depth <= MAX_DEPTH) {
      Element clean = HtmlCleaner.clean(document).body();
      List<Paragraph> paragraphs = HtmlParagraphs.of(clean);
      if (bare(paragraphs).equals(Lines.bare(whole.text))) {
        String closed = NonPublicCopy.takeFrom(clean);
        TextValue value = new TextValue(body.role(), "text/html", clean.html().strip());
        return new Read(
            true, value, closed.isEmpty() ? paragraphs : HtmlParagraphs.of(clean), closed, false);
      }
    }
    return fallback(body, whole);
  }

  private static Read fallback(WireBody body, Whole whole) {
    NonPublicCopy.Parted parted = NonPublicCopy.part(whole.text.toString());
    List<Paragraph> paragraphs =
        parted
            .open()
            .lines()
            .map(String::strip)
            .filter(l -> !l.isEmpty())
            .map(Paragraph::plain)
            .toList();
    StringBuilder html = new StringBuilder();
    paragraphs.forEach(p -> html.append("<p>").append(Entities.escape(p.text())).append("</p>"));
    TextValue value = new TextValue(body.role(), "text/html", html.toString());
    return new Read(true, value, paragraphs, parted.closed(), true);
  }

  private record Read(
      boolean html, TextValue value, List<Paragraph> paragraphs, String closed, boolean lossy) {}

  /** All text below an element, each block on lines of its own, and how deep the mark-up goes. */
  private static final class Whole implements NodeVisitor {
    private final StringBuilder text = new StringBuilder();
    private int depth;

    static Whole of(Element body) {
      Whole whole = new Whole();
      NodeTraversor.traverse(whole, body);
      return whole;
    }

    @Override
    public void head(Node node, int at) {
      depth = Math.max(depth, at);
      if (node instanceof TextNode leaf) {
        text.append(leaf.getWholeText().replace('\n', ' ').replace('\r', ' '));
      } else if (node instanceof Element element && element.isBlock()) {
        text.append('\n');
      }
    }

    @Override
    public void tail(Node node, int at) {
      if (node instanceof Element element
          && (element.isBlock() || "br".equals(element.tagName()))) {
        text.append('\n');
      }
    }
  }
}
