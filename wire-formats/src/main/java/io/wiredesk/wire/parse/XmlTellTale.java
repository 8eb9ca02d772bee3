package io.wiredesk.wire.parse;

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
      words("newsmessage newsitem packageitem conceptitem knowledgeitem planningitem catalogitem");

  /** A fragment of HTML may begin with these. */
  private static final Set<String> HTML =
      words(
          "html head body div p article section main h1 h2 h3 span table ul ol font center b i "
              + "strong em a br img meta title style script blockquote pre link header nav");

  private static final Set<String> HTML_WITHIN =
      words(
          "h4 h5 h6 li dl dt dd tr td th tbody thead tfoot caption figure figcaption footer aside "
              + "time small sub sup u s q cite code hr form input button label select option "
              + "textarea iframe video audio source picture noscript svg path address base col "
              + "colgroup details summary abbr del ins mark object embed param tt big strike");

  private static final int FIRST_TAGS = 40;

  /** White space, and a mark of UTF-8 that was read byte by byte, after white space or doubled. */
  private static final Pattern START =
      Pattern.compile("[\\x00\\p{javaWhitespace}]*+(?:\u00ef\u00bb\u00bf)*+(?=<)");

  /** White space, processing instructions and comments. */
  private static final Pattern PROLOG =
      Pattern.compile("(?s)(?:[\\x00\\s]++|<\\?.*?\\?>|<!--.*?-->)*+");

  private static final Pattern ROOT =
      Pattern.compile("<(?:[\\w.-]++:(?=[\\w.-]))?([\\w.-]++)([^>]*+)");
  private static final Pattern TAG = Pattern.compile("<([A-Za-z][\\w.:-]*)");
  private static final Pattern DOCTYPE =
      Pattern.compile(
          "<!DOCTYPE\\s+([\\w:.-]+)[^>\\[]*(?:\\[(?s:.*?)\\]\\s*)?>", Pattern.CASE_INSENSITIVE);
  private static final Pattern CUT_DOCTYPE =
      Pattern.compile("<!DOCTYPE\\s+([\\w.-]+)", Pattern.CASE_INSENSITIVE);

  private XmlTellTale() {}

  static @Nullable Detection detect(Head head) {
    String text = head.text();
    Matcher start = START.matcher(text);
    if (!start.lookingAt()) {
      return null;
    }
    boolean declared = text.startsWith("<?xml", start.end());
    int at = afterProlog(text, start.end());
    if (text.startsWith("<!", at)) {
      Matcher doctype = DOCTYPE.matcher(text);
      String root = "";
      while (doctype.region(at, text.length()).lookingAt()) {
        root = doctype.group(1);
        at = afterProlog(text, doctype.end());
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
    Matcher root = ROOT.matcher(text).region(start, text.length());
    if (!root.lookingAt()) {
      return declared ? Detection.of(WireFormat.XML, "XML declaration") : null;
    }
    return byRoot(root.group(1), root.group(2), () -> declared || isForeign(text, start));
  }

  /** A DOCTYPE that follows is not stepped over. */
  private static int afterProlog(String text, int from) {
    Matcher prolog = PROLOG.matcher(text).region(from, text.length());
    return prolog.lookingAt() ? prolog.end() : from;
  }

  /** Of the first tags more than a few are none of HTML's: a publisher's own article element. */
  private static boolean isForeign(String text, int from) {
    Matcher tags = TAG.matcher(text);
    tags.region(from, text.length());
    int seen = 0;
    int foreign = 0;
    while (seen < FIRST_TAGS && tags.find()) {
      seen++;
      String name = tags.group(1).toLowerCase(Locale.ROOT);
      foreign += HTML.contains(name) || HTML_WITHIN.contains(name) ? 0 : 1;
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

  private static Set<String> words(String words) {
    return Set.of(words.split(" "));
  }
}
