package io.wiredesk.ingest.parse.xml;

import io.wiredesk.ingest.parse.xml.Html.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Turns a body in NITF or XHTML mark-up into one HTML fragment: paragraphs, h2–h6, lists, tables
 * (HTML, NITF and CALS), blockquote, pre, figure, and the inline emphasis and links; containers
 * (block, div, section, article) dissolve, names (person, org, chron, money, …) become their text.
 * Promise: the text of the result, white space removed, is the text of the source; their
 * fingerprints are compared, and where the conversion should ever break that, the whole source text
 * is given as paragraphs instead. Not sanitised. One use, one thread.
 */
public final class BodyHtml {

  private static final Set<String> SKIPPED =
      Set.of("head", "style", "script", "media-metadata", "media-object", "nitf-table-metadata");
  private static final Map<String, String> INLINE =
      Map.ofEntries(
          Map.entry("em", "em"),
          Map.entry("i", "em"),
          Map.entry("strong", "strong"),
          Map.entry("b", "strong"),
          Map.entry("u", "u"),
          Map.entry("sub", "sub"),
          Map.entry("sup", "sup"),
          Map.entry("q", "q"),
          Map.entry("s", "s"),
          Map.entry("strike", "s"),
          Map.entry("code", "code"));
  private static final Map<String, String> BLOCKS =
      Map.ofEntries(
          Map.entry("ul", "ul"),
          Map.entry("ol", "ol"),
          Map.entry("dl", "dl"),
          Map.entry("blockquote", "blockquote"),
          Map.entry("bq", "blockquote"),
          Map.entry("table", "table"),
          Map.entry("nitf-table", ""),
          Map.entry("custom-table", ""),
          Map.entry("tgroup", ""),
          Map.entry("thead", "thead"),
          Map.entry("tbody", "tbody"),
          Map.entry("tfoot", "tfoot"),
          Map.entry("row", "tr"),
          Map.entry("tr", "tr"));
  private static final Map<String, String> CELLS =
      Map.of(
          "li",
          "li",
          "td",
          "td",
          "th",
          "th",
          "entry",
          "td",
          "dt",
          "dt",
          "dd",
          "dd",
          "caption",
          "caption",
          "figcaption",
          "figcaption");
  private static final Map<String, String> HEADINGS =
      Map.of(
          "hl1", "h1", "hl2", "h2", "h1", "h1", "h2", "h2", "h3", "h3", "h4", "h4", "h5", "h5",
          "h6", "h6");
  private static final Set<String> FLOWING =
      Set.of(
          "p",
          "div",
          "block",
          "section",
          "article",
          "main",
          "body",
          "html",
          "header",
          "footer",
          "aside",
          "nav",
          "body.content",
          "body.head",
          "body.end",
          "tagline",
          "bibliography",
          "note",
          "abstract",
          "address",
          "fn",
          "center",
          "para",
          "paragraph",
          "lead",
          "hedline",
          "byline",
          "distributor",
          "dateline",
          "media-caption",
          "media-producer",
          "details",
          "summary",
          "legend",
          "fieldset",
          "form");

  private final Html html = new Html();
  private final List<Medium> media = new ArrayList<>();
  private long read;
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
    if (conversion.read != conversion.html.written()) {
      Html whole = new Html();
      for (XmlNode part : parts) {
        whole.text(part.text(), Place.FLOW);
        whole.block(Place.FLOW);
      }
      fragment = whole.html();
    }
    return new Body(fragment, List.copyOf(conversion.media));
  }

  private void children(XmlNode node, Place place) {
    for (XmlNode child : node.content()) {
      if (child.isText()) {
        read = Whitespace.fingerprint(read, child.text());
        html.text(child.text(), place);
      } else if (!leftOut.contains(child)) {
        element(child, place);
      }
    }
  }

  private void element(XmlNode node, Place place) {
    String name = node.name().toLowerCase(Locale.ROOT);
    if (SKIPPED.contains(name)) {
      return;
    }
    if (inFigure) {
      // its pictures stand before the caption already
      html.block(place);
      children(node, place);
      html.block(place);
      return;
    }
    if (name.equals("tagline") && place == Place.FLOW && !node.text().isBlank()) {
      html.open("<p class=\"tagline\">");
      children(node, Place.CELL);
      html.close("</p>");
    } else if (name.equals("br")) {
      html.lineBreak(place);
      children(node, place);
    } else if (name.equals("hr")) {
      html.block(place);
    } else if (name.equals("pre") || "preserve".equals(node.attr("xml:space"))) {
      pre(node);
    } else if (name.equals("media") || name.equals("figure") || name.equals("img")) {
      figure(node, name);
    } else if (HEADINGS.containsKey(name)) {
      heading(node, HEADINGS.get(name), place);
    } else if (CELLS.containsKey(name)) {
      cell(node, CELLS.get(name), place);
    } else if (BLOCKS.containsKey(name)) {
      blockElement(node, BLOCKS.get(name), place);
    } else if (FLOWING.contains(name)) {
      html.block(place);
      children(node, place);
      html.block(place);
    } else {
      inline(node, name, place);
    }
  }

  private void inline(XmlNode node, String name, Place place) {
    String tag = name.equals("a") && !node.attrOr("href").isBlank() ? "a" : INLINE.get(name);
    if (tag == null || node.text().isBlank() || node.descendants().anyMatch(BodyHtml::isBlock)) {
      children(node, place);
      return;
    }
    html.inline(
        "<" + tag + (tag.equals("a") ? Html.attribute("href", node.attr("href")) : "") + ">",
        place);
    children(node, place);
    html.raw("</" + tag + ">");
  }

  private static boolean isBlock(XmlNode node) {
    String name = node.name().toLowerCase(Locale.ROOT);
    return FLOWING.contains(name)
        || BLOCKS.containsKey(name)
        || CELLS.containsKey(name)
        || HEADINGS.containsKey(name)
        || name.equals("pre")
        || name.equals("img")
        || name.equals("figure")
        || name.equals("media");
  }

  private void heading(XmlNode node, String tag, Place place) {
    if (place != Place.FLOW || node.text().isBlank()) {
      html.block(place);
      children(node, place);
      html.block(place);
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
      html.block(place);
      children(node, place);
      html.block(place);
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

  private void figure(XmlNode node, String name) {
    Figure figure = Figure.of(node, name);
    media.addAll(figure.media());
    boolean captioned = !node.text().isBlank();
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
