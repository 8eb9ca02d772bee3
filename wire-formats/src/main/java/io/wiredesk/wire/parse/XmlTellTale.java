package io.wiredesk.wire.parse;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the detector for text that starts with "&lt;". XML declaration, comments, processing
 * instructions and DOCTYPE are stepped over; the root element decides:
 *
 * <pre>
 *  DOCTYPE html, root html                                            html
 *  root nitf                                                          nitf
 *  root NewsML, or NewsItem/NewsEnvelope in capitals                  newsml-1.2
 *  root newsMessage, newsItem, packageItem, conceptItem, … (G2)       newsml-g2
 *  root rss; RDF with the RSS namespace; channel                      rss
 *  root feed or entry                                                 atom
 *  no declaration and a root that HTML has (div, p, article, …)       html
 *  anything else                                                      xml
 * </pre>
 *
 * The lexer is tolerant, so that broken XML still finds the parser that can say where it breaks.
 */
final class XmlTellTale {

  private static final Set<String> G2 =
      Set.of(
          "newsmessage",
          "newsitem",
          "packageitem",
          "conceptitem",
          "knowledgeitem",
          "planningitem",
          "catalogitem");
  private static final Set<String> HTML =
      Set.of(
          "html",
          "head",
          "body",
          "div",
          "p",
          "article",
          "section",
          "main",
          "h1",
          "h2",
          "h3",
          "span",
          "table",
          "ul",
          "ol",
          "font",
          "center",
          "b",
          "i",
          "strong",
          "em",
          "a",
          "br",
          "img",
          "meta",
          "title",
          "style",
          "script",
          "blockquote",
          "pre",
          "link",
          "header",
          "nav");
  private static final Set<String> HTML_INSIDE = htmlInside();
  private static final int FIRST_TAGS = 40;
  private static final Pattern TAG = Pattern.compile("<([A-Za-z][\\w.:-]*)");
  private static final Pattern DOCTYPE =
      Pattern.compile(
          "<!DOCTYPE\\s+([\\w:.-]+)[^>\\[]*(?:\\[(?s:.*?)\\]\\s*)?>", Pattern.CASE_INSENSITIVE);
  private static final Pattern CUT_DOCTYPE =
      Pattern.compile("<!DOCTYPE\\s+([\\w.-]+)", Pattern.CASE_INSENSITIVE);

  private XmlTellTale() {}

  static @Nullable Detection detect(Head head) {
    String text = head.text();
    int at = firstVisible(text);
    if (at == text.length() || text.charAt(at) != '<') {
      return null;
    }
    boolean declared = text.startsWith("<?xml", at);
    at = prolog(text, at);
    if (text.startsWith("<!", at)) {
      Matcher doctype = DOCTYPE.matcher(text);
      String root = "";
      while (doctype.region(at, text.length()).lookingAt()) {
        root = doctype.group(1);
        at = prolog(text, doctype.end());
      }
      Matcher cut = CUT_DOCTYPE.matcher(text).region(at, text.length());
      if (root.equalsIgnoreCase("html")) {
        return Detection.of(WireFormat.HTML, "DOCTYPE html");
      }
      if (cut.lookingAt()) {
        return byRoot(cut.group(1), "", () -> true);
      }
    }
    return byRoot(text, at, declared);
  }

  private static @Nullable Detection byRoot(String text, int start, boolean declared) {
    int from = start + 1;
    int end = endOfName(text, from);
    if (!text.startsWith("<", start) || end == from) {
      return declared ? Detection.of(WireFormat.XML, "XML declaration") : null;
    }
    if (end < text.length() && text.charAt(end) == ':' && endOfName(text, end + 1) > end + 1) {
      from = end + 1;
      end = endOfName(text, from);
    }
    int close = text.indexOf('>', end);
    String attributes = text.substring(end, close < 0 ? text.length() : close);
    return byRoot(text.substring(from, end), attributes, () -> declared || isForeign(text, start));
  }

  private static int endOfName(String text, int from) {
    int at = from;
    while (at < text.length() && isName(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isName(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "_.-".indexOf(c) >= 0;
  }

  /**
   * End of the white space, processing instructions and comments at a place; a DOCTYPE that follows
   * is not stepped over.
   */
  private static int prolog(String text, int from) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end;
      if (c == 0 || AsciiSpace.is(c)) {
        end = at + 1;
      } else if (text.startsWith("<?", at)) {
        end = text.indexOf("?>", at) + 2;
      } else if (text.startsWith("<!--", at)) {
        end = text.indexOf("-->", at) + 3;
      } else {
        return at;
      }
      if (end <= at) {
        return at;
      }
      at = end;
    }
    return at;
  }

  /** Of the first tags more than a few are none of HTML's: a publisher's own article element. */
  private static boolean isForeign(String text, int from) {
    Matcher tags = TAG.matcher(text);
    tags.region(from, text.length());
    int seen = 0;
    int foreign = 0;
    while (seen < FIRST_TAGS && tags.find()) {
      seen++;
      foreign += HTML_INSIDE.contains(tags.group(1).toLowerCase(Locale.ROOT)) ? 0 : 1;
    }
    return foreign > 2 && foreign * 4 > seen;
  }

  private static Detection byRoot(String name, String attributes, BooleanSupplier declared) {
    String lower = name.toLowerCase(Locale.ROOT);
    String why = "root element " + name;
    boolean narNamespace = attributes.contains("iptc.org/std/nar");
    if (lower.equals("nitf")) {
      return Detection.of(WireFormat.NITF, why);
    }
    if (name.equals("NewsML") || name.equals("NewsItem") || name.equals("NewsEnvelope")) {
      return Detection.of(narNamespace ? WireFormat.NEWSML_G2 : WireFormat.NEWSML_1, why);
    }
    if (G2.contains(lower) && (narNamespace || Character.isLowerCase(name.charAt(0)))) {
      return Detection.of(WireFormat.NEWSML_G2, why);
    }
    if (lower.equals("rss") || lower.equals("channel")) {
      return Detection.of(WireFormat.RSS, why);
    }
    if (lower.equals("rdf")
        && (attributes.contains("rss") || attributes.contains("netscape.com/rdf"))) {
      return Detection.of(WireFormat.RSS, why + " with the RSS namespace");
    }
    if (lower.equals("feed") || (lower.equals("entry") && attributes.contains("tom"))) {
      return Detection.of(WireFormat.ATOM, why);
    }
    if (lower.equals("html") || (HTML.contains(lower) && !declared.getAsBoolean())) {
      return Detection.of(WireFormat.HTML, why);
    }
    return Detection.of(WireFormat.XML, why + ", none of the news standards");
  }

  private static Set<String> htmlInside() {
    Set<String> names = new HashSet<>(HTML);
    String inner =
        "h4 h5 h6 li dl dt dd tr td th tbody thead tfoot caption figure figcaption footer aside "
            + "time small sub sup u s q cite code hr form input button label select option "
            + "textarea iframe video audio source picture noscript svg path address base col "
            + "colgroup details summary abbr del ins mark object embed param tt big strike";
    names.addAll(List.of(inner.split(" ")));
    return Set.copyOf(names);
  }

  private static int firstVisible(String text) {
    int at = 0;
    while (at < text.length()
        && (text.charAt(at) == 0 || Character.isWhitespace(text.charAt(at)))) {
      at++;
    }
    // an UTF-8 mark that was read byte by byte, after white space or doubled
    while (text.startsWith("\u00ef\u00bb\u00bf", at)) {
      at += 3;
    }
    return at;
  }
}
