package io.wiredesk.wire.parse.mail;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The inside of an HTML element as jsoup writes it without indenting. Text is most of it, and jsoup
 * looks up each of its characters; here only those that it writes otherwise are looked for, and
 * what is not plain text or an element with content is left to jsoup. Used once, by one thread.
 */
final class Inside implements NodeVisitor {

  private static final char HARD_SPACE = '\u00a0';

  private final Element of;
  private final StringBuilder html = new StringBuilder();

  private Inside(Element of) {
    this.of = of;
  }

  /** The same as {@link Element#html()} in a document that is not printed prettily. */
  static String of(Element element) {
    Inside inside = new Inside(element);
    element.traverse(inside);
    return inside.html.toString();
  }

  @Override
  public void head(Node node, int depth) {
    if (node == of) {
      return;
    }
    if (node.getClass() == TextNode.class && isPlain(((TextNode) node).getWholeText())) {
      text(((TextNode) node).getWholeText());
    } else if (hasContent(node)) {
      html.append('<').append(((Element) node).tagName());
      html.append(node.attributesSize() == 0 ? "" : node.attributes().html()).append('>');
    } else {
      html.append(node.outerHtml());
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node != of && hasContent(node)) {
      html.append("</").append(((Element) node).tagName()).append('>');
    }
  }

  private static boolean hasContent(Node node) {
    return node.getClass() == Element.class && node.childNodeSize() > 0;
  }

  /** Neither control characters nor surrogates. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\n' && c != '\t' && c != '\r') || Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }

  private void text(String text) {
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '&' || c == '<' || c == '>' || c == HARD_SPACE) {
        html.append(text, from, i);
        html.append(c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&nbsp;");
        from = i + 1;
      }
    }
    html.append(text, from, text.length());
  }
}
