package io.wiredesk.wire.parse.xml;

import io.wiredesk.wire.parse.xml.Html.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Turns a body in NITF or XHTML mark-up into one HTML fragment: paragraphs, h2–h6, lists, tables
 * (HTML, NITF and CALS), blockquote, pre, figure, and the inline emphasis and links; containers
 * (block, div, section, article) dissolve, names (person, org, chron, money, …) become their text.
 * Promise: the text of the result, white space removed, is the text of the source. It is checked
 * that every stretch of text was written, in the order of the source, with as many characters as it
 * has; where the conversion should ever break that, the whole source text is given as paragraphs
 * instead. Not sanitised. One use, one thread.
 */
public final class BodyHtml {

  private final Html html = new Html();
  private final List<Medium> media = new ArrayList<>();
  private final List<XmlNode> written = new ArrayList<>();
  private final Set<XmlNode> leftOut;
  private boolean inFigure;

  private BodyHtml(Set<XmlNode> leftOut) {
    this.leftOut = leftOut;
  }

  /**
   * A converted body.
   *
   * @param html the fragment, empty where the source had no text and no media
   * @param media pictures and other media shown in it, in order
   */
  public record Body(String html, List<Medium> media) {}

  /** Converts the content of these elements, one after the other. */
  public static Body of(List<XmlNode> parts) {
    return without(parts, Set.of());
  }

  /** As {@link #of}, but without some elements whose text stands in fields already. */
  public static Body without(List<XmlNode> parts, Set<XmlNode> leftOut) {
    BodyHtml conversion = new BodyHtml(leftOut);
    for (XmlNode part : parts) {
      conversion.children(part, Place.FLOW);
      conversion.html.block(Place.FLOW);
    }
    String fragment = conversion.html.html();
    if (!conversion.isWhole(parts)) {
      fragment = paragraphs(parts);
    }
    return new Body(fragment, List.copyOf(conversion.media));
  }

  private static String paragraphs(List<XmlNode> parts) {
    Html whole = new Html();
    for (XmlNode part : parts) {
      whole.text(part.text(), Place.FLOW);
      whole.block(Place.FLOW);
    }
    return whole.html();
  }

  private boolean isWhole(List<XmlNode> parts) {
    List<XmlNode> source = new ArrayList<>(written.size());
    int visible = 0;
    for (XmlNode part : parts) {
      visible += texts(part, source);
    }
    // nodes are equal where they are the same
    return visible == html.written() && source.equals(written);
  }

  /** Adds the texts below that are more than white space; gives how many characters they have. */
  private int texts(XmlNode node, List<XmlNode> into) {
    int visible = 0;
    for (XmlNode child : node.content()) {
      if (!child.isText()) {
        visible += isLeftOut(child, BodyTag.of(child.name())) ? 0 : texts(child, into);
        continue;
      }
      int own = Whitespace.visible(child.text());
      if (own > 0) {
        into.add(child);
        visible += own;
      }
    }
    return visible;
  }

  private boolean isLeftOut(XmlNode node, BodyTag tag) {
    return tag.kind() == BodyTag.Kind.SKIPPED || leftOut.contains(node);
  }

  private void children(XmlNode node, Place place) {
    for (XmlNode child : node.content()) {
      if (child.isText()) {
        if (Whitespace.hasVisible(child.text())) {
          written.add(child);
        }
        html.text(child.text(), place);
      } else {
        BodyTag tag = BodyTag.of(child.name());
        if (!isLeftOut(child, tag)) {
          element(child, tag, place);
        }
      }
    }
  }

  private void element(XmlNode node, BodyTag tag, Place place) {
    if (inFigure) {
      // its pictures stand before the caption already
      flowing(node, place);
      return;
    }
    switch (tag.kind()) {
      case BREAK -> {
        html.lineBreak(place);
        children(node, place);
      }
      case RULE -> {
        html.block(place);
        children(node, place);
      }
      case TAGLINE -> tagline(node, place);
      default -> {
        if (tag.kind() == BodyTag.Kind.PRE || "preserve".equals(node.attr("xml:space"))) {
          pre(node);
        } else {
          block(node, tag, place);
        }
      }
    }
  }

  private void block(XmlNode node, BodyTag tag, Place place) {
    switch (tag.kind()) {
      case FIGURE -> figure(node);
      case HEADING -> heading(node, tag.html(), place);
      case CELL -> cell(node, tag.html(), place);
      case BLOCK -> blockElement(node, tag.html(), place);
      case FLOWING -> flowing(node, place);
      default -> inline(node, tag.html(), place);
    }
  }

  private void flowing(XmlNode node, Place place) {
    html.block(place);
    children(node, place);
    html.block(place);
  }

  private void tagline(XmlNode node, Place place) {
    if (place == Place.FLOW && !node.isBlank()) {
      html.open("<p class=\"tagline\">");
      children(node, Place.CELL);
      html.close("</p>");
    } else if ("preserve".equals(node.attr("xml:space"))) {
      pre(node);
    } else {
      flowing(node, place);
    }
  }

  private void inline(XmlNode node, String tag, Place place) {
    boolean link = tag.equals("a");
    if (tag.isEmpty()
        || (link && node.attrOr("href").isBlank())
        || node.isBlank()
        || hasBlocks(node)) {
      children(node, place);
      return;
    }
    html.inline(
        link ? "<a" + Html.attribute("href", node.attr("href")) + ">" : "<" + tag + ">", place);
    children(node, place);
    html.raw("</" + tag + ">");
  }

  private static boolean hasBlocks(XmlNode node) {
    for (XmlNode child : node.content()) {
      if (!child.isText() && (BodyTag.of(child.name()).isBlock() || hasBlocks(child))) {
        return true;
      }
    }
    return false;
  }

  private void heading(XmlNode node, String tag, Place place) {
    if (place != Place.FLOW || node.isBlank()) {
      flowing(node, place);
      return;
    }
    html.open("<" + tag + ">");
    children(node, Place.LINE);
    html.close("</" + tag + ">");
  }

  private void cell(XmlNode node, String tag, Place place) {
    boolean spans = tag.equals("td") || tag.equals("th");
    html.open(
        "<"
            + tag
            + (spans ? Html.attribute("colspan", node.attr("colspan")) : "")
            + (spans ? Html.attribute("rowspan", node.attr("rowspan")) : "")
            + ">");
    children(node, place == Place.PRE ? place : Place.CELL);
    html.close("</" + tag + ">");
  }

  private void blockElement(XmlNode node, String tag, Place place) {
    if (tag.isEmpty()) {
      // nitf-table, tgroup: the table within is what counts
      flowing(node, place);
      return;
    }
    html.open("<" + tag + ">");
    children(node, Place.FLOW);
    html.close("</" + tag + ">");
  }

  private void pre(XmlNode node) {
    html.open("<pre>");
    children(node, Place.PRE);
    html.close("</pre>");
  }

  private void figure(XmlNode node) {
    Figure figure = Figure.of(node, node.name().toLowerCase(Locale.ROOT));
    media.addAll(figure.media());
    boolean captioned = !node.isBlank();
    if (figure.images().isEmpty() && !captioned) {
      return;
    }
    html.open("<figure>");
    figure.images().forEach(html::raw);
    if (captioned) {
      html.open("<figcaption>");
      inFigure = true;
      children(node, Place.CELL);
      inFigure = false;
      html.close("</figcaption>");
    }
    html.close("</figure>");
  }
}
