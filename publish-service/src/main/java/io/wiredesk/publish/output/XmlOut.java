package io.wiredesk.publish.output;

import java.io.StringWriter;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Writes one XML document to a string; characters that XML 1.0 cannot hold (§2.2) are left out. Not
 * thread-safe.
 */
final class XmlOut {

  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,99}");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");
  private static final Pattern ILLEGAL =
      Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  XmlOut() {
    try {
      xml = FACTORY.createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  /**
   * Starts an element.
   *
   * @param attributes names and values by turns; one with a null value is left out
   */
  XmlOut open(String name, @Nullable String... attributes) {
    try {
      xml.writeStartElement(name);
      for (int i = 0; i < attributes.length; i += 2) {
        String value = attributes[i + 1];
        if (value != null) {
          xml.writeAttribute(attributes[i], legal(value));
        }
      }
      return this;
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  /** Ends the element that was opened last. */
  XmlOut close() {
    try {
      xml.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  /** An element with nothing in it. */
  XmlOut empty(String name, @Nullable String... attributes) {
    return open(name, attributes).close();
  }

  /** An element that holds a text; nothing where the text is null or blank. */
  XmlOut element(String name, @Nullable String value, @Nullable String... attributes) {
    String seen = orElse(value, "");
    return seen.isEmpty() ? this : open(name, attributes).text(seen).close();
  }

  /** Text within the element that is open. */
  XmlOut text(String value) {
    try {
      xml.writeCharacters(legal(value));
      return this;
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  /** A tree of HTML as XHTML: what XML has no name for goes, its content stays. */
  XmlOut xhtml(Element parent) {
    for (Node node : parent.childNodes()) {
      if (node instanceof TextNode words) {
        text(words.getWholeText());
      } else if (node instanceof Element element) {
        child(element);
      }
    }
    return this;
  }

  private void child(Element element) {
    if (!NAME.matcher(element.normalName()).matches()) {
      xhtml(element);
      return;
    }
    open(element.normalName());
    try {
      for (Attribute attribute : element.attributes()) {
        if (NAME.matcher(attribute.getKey()).matches()) {
          xml.writeAttribute(attribute.getKey(), legal(attribute.getValue()));
        }
      }
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
    xhtml(element).close();
  }

  /** The value, or the other one where nothing of it can be seen in XML. */
  static String orElse(@Nullable String value, String other) {
    return value == null || legal(value).isBlank() ? other : value;
  }

  /** A tag that {@code xml:lang} may hold (BCP 47); null for anything else. */
  static @Nullable String language(@Nullable String tag) {
    return tag != null && LANGUAGE.matcher(tag).matches() ? tag : null;
  }

  /** Ends the document. */
  String end() {
    try {
      xml.writeEndDocument();
      xml.close();
      return text.toString();
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  private static String legal(String value) {
    return ILLEGAL.matcher(value).replaceAll("");
  }

  private static IllegalStateException impossible(XMLStreamException e) {
    return new IllegalStateException("a string always takes XML", e);
  }
}
