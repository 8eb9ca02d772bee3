package io.wiredesk.wire.parse;

import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * HTML as feeds and agencies hand it over, mended where a parser of HTML would lose copy or show
 * markup to readers. Linear time. Stateless.
 */
public final class HtmlSource {

  /**
   * HTML knows no self-closed element of these: what follows would be their text, or go with them.
   */
  private static final Pattern SELF_CLOSED =
      Pattern.compile(
          "(?i)<(iframe|script|style|textarea|title|noscript|xmp|noembed|noframes|object|video"
              + "|audio|canvas|select|button|form|svg|math|template|applet|map)"
              + "(\\b[^<>]{0,2000}?)/\\s*>");

  private static final Pattern OPENS = Pattern.compile("(?i)&lt;!\\[CDATA\\[|<!\\[CDATA\\[");
  private static final Pattern CLOSES = Pattern.compile("\\]\\]&gt;|\\]\\]>");

  /** A tag of a block or a line break that was escaped once too often. */
  private static final Pattern ESCAPED_BLOCK =
      Pattern.compile(
          "(?i)&lt;(?:p|div|br|h[1-6]|ul|ol|table|blockquote|section|article)"
              + "\\b(?:(?!&lt;|&gt;)[^<>]){0,500}&gt;");

  private static final Pattern ESCAPED_END =
      Pattern.compile("(?i)&lt;/(?:p|div|h[1-6]|ul|ol|table|blockquote|section|article)&gt;");

  /** Copy about markup shows it within these. */
  private static final Pattern CODE = Pattern.compile("(?i)<(?:code|pre|samp|kbd)\\b");

  private HtmlSource() {}

  /** The fragment as its writer meant it; the same text where nothing was wrong. */
  public static String mended(String fragment) {
    String html = withoutCdata(fragment);
    html = isEscapedTwice(html) ? Parser.unescapeEntities(html, false) : html;
    return html.contains("/") ? SELF_CLOSED.matcher(html).replaceAll("<$1$2></$1>") : html;
  }

  /** The text without the marks of a CDATA section around it or within it. */
  public static String withoutCdata(String text) {
    return OPENS.matcher(text).find()
        ? CLOSES.matcher(OPENS.matcher(text).replaceAll("")).replaceAll("")
        : text;
  }

  private static boolean isEscapedTwice(String html) {
    return html.contains("&lt;")
        && ESCAPED_BLOCK.matcher(html).find()
        && ESCAPED_END.matcher(html).find()
        && !CODE.matcher(html).find();
  }
}
