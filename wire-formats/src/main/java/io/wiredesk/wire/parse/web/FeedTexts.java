package io.wiredesk.wire.parse.web;

import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.Creator;
import io.wiredesk.wire.parse.HtmlSource;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.xml.XmlNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * Text constructs of RSS and Atom (RFC 4287 §3.1 and §4.1.3; Atom 0.3 modes xml, escaped, base64)
 * as HTML or plain text. Stateless.
 */
final class FeedTexts {

  /** A tag or a character reference. */
  private static final Pattern MARKUP = Pattern.compile("</?[A-Za-z][^<>]*+>|&#?\\w++;");

  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern MAIL_NAME = Pattern.compile("\\S+@\\S+\\s*\\((.+)\\)");
  private static final Pattern MAIL =
      Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,64}(?:\\.[\\w-]{1,64}){1,4}");
  private static final Pattern NAME_MAIL = Pattern.compile("(.+?)\\s*[<(]\\S+@[^\\s>)]+[>)]");
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "href",
          "src",
          "alt",
          "title",
          "width",
          "height",
          "colspan",
          "rowspan",
          "cite",
          "class",
          "datetime");
  private static final Set<String> VOID =
      Set.of("br", "hr", "img", "col", "wbr", "source", "track", "embed", "input", "area");

  private FeedTexts() {}

  /** Plain text on one line: for headlines and the like, mark-up left out. */
  static String plain(FeedNode node) {
    String value = node.value();
    boolean text = "text".equals(node.attr("type"));
    return text || !hasMarkup(value)
        ? SPACES.matcher(value).replaceAll(" ").strip()
        : Jsoup.parseBodyFragment(HtmlSource.mended(value)).text();
  }

  /** True where the value holds mark-up rather than plain text. */
  static boolean isHtml(FeedNode node) {
    String type = node.attrOr("type").toLowerCase(Locale.ROOT);
    return !type.equals("text")
        && !type.equals("text/plain")
        && (type.contains("html") || hasMarkup(node.value()));
  }

  private static boolean hasMarkup(String text) {
    return MARKUP.matcher(text).find();
  }

  /** The value: escaped mark-up as it was before, inline elements written out, base64 decoded. */
  static String value(XmlNode node) {
    List<XmlNode> inline = node.elements();
    if (!inline.isEmpty()) {
      StringBuilder out = new StringBuilder();
      boolean wrapped =
          inline.size() == 1 && inline.get(0).is("div") && "xhtml".equals(node.attr("type"));
      write(wrapped ? inline.get(0) : node, out);
      return out.toString().strip();
    }
    String text = HtmlSource.withoutCdata(node.text());
    return base64(node) ? decoded(text) : text.strip();
  }

  /** Name of a person: Atom's name, "mail (Name)", "Name &lt;mail&gt;", or the text itself. */
  static @Nullable String person(FeedNode node) {
    String stated = child(node, "name");
    if (stated != null) {
      return stated;
    }
    FeedNode address = node.isLeaf() ? null : first(node, "email");
    String text = address == null ? node.line1() : address.line1();
    if (text.length() > 200) {
      return shortened(text);
    }
    if (text.indexOf('@') < 0) {
      return text.isEmpty() ? null : text;
    }
    Matcher mail = MAIL_NAME.matcher(text);
    if (mail.matches()) {
      return mail.group(1).strip();
    }
    Matcher name = NAME_MAIL.matcher(text);
    String found = name.matches() ? name.group(1).strip() : text;
    return found.isEmpty() ? null : found;
  }

  /** Adds address and page of a person, where the feed gives them, as a source of the item. */
  static void contact(FeedNode node, @Nullable String name, WireItem item) {
    String mail = child(node, "email");
    String page = page(node);
    String address = mail == null && node.isLeaf() ? address(node.line1()) : mail;
    if (page != null || (address != null && !address.equals(name))) {
      item.infoSources.add(new Concept(name, page, address, "author", Creator.WIRE, null, null));
    }
  }

  /** The first mail address in a text. */
  private static @Nullable String address(String line) {
    if (line.indexOf('@') < 0) {
      return null;
    }
    Matcher mail = MAIL.matcher(shortened(line));
    return mail.find() ? mail.group() : null;
  }

  private static @Nullable String page(FeedNode node) {
    for (FeedNode child : node.elements()) {
      boolean page = child.is("uri") || child.is("url") || child.is("homepage");
      if (page && !child.line1().isEmpty()) {
        return child.line1();
      }
    }
    return null;
  }

  private static @Nullable String child(FeedNode node, String name) {
    for (FeedNode child : node.elements()) {
      if (child.is(name) && !child.line1().isEmpty()) {
        return child.line1();
      }
    }
    return null;
  }

  private static @Nullable FeedNode first(FeedNode node, String name) {
    for (FeedNode child : node.elements()) {
      if (child.is(name)) {
        return child;
      }
    }
    return null;
  }

  private static String shortened(String text) {
    return text.length() > 200 ? text.substring(0, 200) : text;
  }

  private static boolean base64(XmlNode node) {
    String type = node.attrOr("type").toLowerCase(Locale.ROOT);
    boolean binary =
        type.contains("/")
            && !type.startsWith("text/")
            && !type.contains("xml")
            && !type.contains("html");
    return "base64".equals(node.attr("mode")) || (binary && node.attr("src") == null);
  }

  private static String decoded(String text) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(text.strip());
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return text.strip();
    }
  }

  private static void write(XmlNode parent, StringBuilder out) {
    for (XmlNode child : parent.content()) {
      if (child.isText()) {
        out.append(Entities.escape(child.text()));
        continue;
      }
      String name = child.name().toLowerCase(Locale.ROOT);
      out.append('<').append(name);
      child
          .attributes()
          .forEach(
              (key, value) -> {
                if (ATTRIBUTES.contains(key)) {
                  out.append(' ')
                      .append(key)
                      .append("=\"")
                      .append(Entities.escape(value))
                      .append('"');
                }
              });
      out.append('>');
      // an unclosed br or img of a mended feed holds what follows it
      write(child, out);
      out.append(VOID.contains(name) ? "" : "</" + name + ">");
    }
  }
}
