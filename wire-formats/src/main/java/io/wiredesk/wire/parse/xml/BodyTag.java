package io.wiredesk.wire.parse.xml;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What an element of a body in NITF or XHTML is, and what HTML it becomes.
 *
 * @param kind how it is converted
 * @param html name of the HTML element, empty where it dissolves
 */
record BodyTag(Kind kind, String html) {

  /** How an element is converted. */
  enum Kind {
    /** Its text is no copy: scripts, data of pictures. */
    SKIPPED,
    TAGLINE,
    BREAK,
    RULE,
    PRE,
    FIGURE,
    HEADING,
    /** Its text stands in it without a paragraph. */
    CELL,
    /** Holds blocks or cells. */
    BLOCK,
    /** A paragraph or a container of such. */
    FLOWING,
    INLINE
  }

  private static final BodyTag UNKNOWN = new BodyTag(Kind.INLINE, "");
  private static final Map<String, BodyTag> TAGS = tags();

  /** By local name, in any case; what is not known is inline and dissolves. */
  static BodyTag of(String name) {
    BodyTag known = TAGS.get(name);
    return known != null ? known : TAGS.getOrDefault(name.toLowerCase(Locale.ROOT), UNKNOWN);
  }

  /** True where it cannot stand within a line. */
  boolean isBlock() {
    return switch (kind) {
      case TAGLINE, PRE, FIGURE, HEADING, CELL, BLOCK, FLOWING -> true;
      case SKIPPED, BREAK, RULE, INLINE -> false;
    };
  }

  private static Map<String, BodyTag> tags() {
    Map<String, BodyTag> tags = new HashMap<>();
    add(tags, Kind.SKIPPED, "head style script media-metadata media-object nitf-table-metadata");
    add(tags, Kind.TAGLINE, "tagline");
    add(tags, Kind.BREAK, "br");
    add(tags, Kind.RULE, "hr");
    add(tags, Kind.PRE, "pre");
    add(tags, Kind.FIGURE, "media figure img");
    add(tags, Kind.HEADING, "hl1=h1 hl2=h2 h1=h1 h2=h2 h3=h3 h4=h4 h5=h5 h6=h6");
    add(
        tags,
        Kind.CELL,
        "li=li td=td th=th entry=td dt=dt dd=dd caption=caption figcaption=figcaption");
    add(
        tags,
        Kind.BLOCK,
        "ul=ul ol=ol dl=dl blockquote=blockquote bq=blockquote table=table thead=thead tbody=tbody "
            + "tfoot=tfoot row=tr tr=tr nitf-table custom-table tgroup");
    add(
        tags,
        Kind.FLOWING,
        "p div block section article main body html header footer aside nav body.content "
            + "body.head body.end bibliography note abstract address fn center para paragraph "
            + "lead hedline byline distributor dateline media-caption media-producer details "
            + "summary legend fieldset form");
    add(
        tags,
        Kind.INLINE,
        "em=em i=em strong=strong b=strong u=u sub=sub sup=sup q=q s=s strike=s code=code a=a");
    return tags;
  }

  /** Names parted by spaces, each with what it becomes behind "=", nothing where it dissolves. */
  private static void add(Map<String, BodyTag> tags, Kind kind, String names) {
    for (String entry : names.split(" ")) {
      int sign = entry.indexOf('=');
      String name = sign < 0 ? entry : entry.substring(0, sign);
      tags.put(name, new BodyTag(kind, sign < 0 ? "" : entry.substring(sign + 1)));
    }
  }
}
