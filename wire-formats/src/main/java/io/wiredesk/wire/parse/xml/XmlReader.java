package io.wiredesk.wire.parse.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import io.wiredesk.wire.charset.WireText;
import io.wiredesk.wire.parse.Parsed;
import io.wiredesk.wire.parse.WireInput;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The one place where XML is read. Promises: no DTD is read, no external entity fetched, no entity
 * expanded; more than {@value #MAX_DEPTH} levels, {@value #MAX_ATTRIBUTES} attributes an element,
 * {@value #MAX_ELEMENTS} elements or {@value #MAX_BYTES} bytes are refused; time and memory are
 * linear in the input. Character set and characters are repaired where that is unambiguous, see
 * {@link XmlText}. Stateless, safe to share.
 */
public final class XmlReader {

  static final int MAX_DEPTH = 200;
  static final int MAX_ATTRIBUTES = 200;
  static final long MAX_ELEMENTS = 250_000;
  static final int MAX_BYTES = 32 * 1024 * 1024;

  private static final Pattern LIMIT = Pattern.compile("(?i)limit \\(\\d+\\) exceeded");
  private static final XMLInputFactory NAMESPACES = factory(true);
  private static final XMLInputFactory PLAIN = factory(false);

  private XmlReader() {}

  /** Reads the whole document that came in; never throws for bad input. */
  public static XmlDocument read(WireInput input) {
    return read(input.bytes(), WireText.label(input.contentType()));
  }

  /** Reads a whole document of which the transport said nothing; never throws for bad input. */
  public static XmlDocument read(byte[] bytes) {
    return read(bytes, null);
  }

  private static XmlDocument read(byte[] bytes, @Nullable String label) {
    if (bytes.length > MAX_BYTES) {
      return refused("XML of " + bytes.length + " bytes, more than " + MAX_BYTES);
    }
    XmlText text = XmlText.of(bytes, label);
    return text.refusal() == null
        ? read(text, NAMESPACES, text.repairs())
        : refused(text.refusal());
  }

  private static XmlDocument read(XmlText text, XMLInputFactory factory, List<String> repairs) {
    XMLStreamReader reader = null;
    try {
      reader = factory.createXMLStreamReader(new StringReader(text.xml()));
      return new XmlDocument.Tree(new XmlTree(reader, text.skippedLines()).root(), repairs);
    } catch (XMLStreamException broken) {
      if (factory == NAMESPACES && isUnboundPrefix(broken)) {
        List<String> all = new ArrayList<>(repairs);
        all.add("namespace prefix without declaration: prefixes ignored");
        return read(text, PLAIN, all);
      }
      Location stated = broken.getLocation();
      return broken(broken, stated == null && reader != null ? reader.getLocation() : stated, text);
    }
  }

  private static boolean isUnboundPrefix(XMLStreamException broken) {
    String message = String.valueOf(broken.getMessage());
    return message.contains("nbound namespace prefix") || message.contains("ndeclared namespace");
  }

  private static XmlDocument refused(String why) {
    return new XmlDocument.Broken(Parsed.Reason.REFUSED, why);
  }

  /** What Woodstox refuses for its size says so with a limit, most often without a place. */
  private static XmlDocument broken(
      XMLStreamException broken, @Nullable Location location, XmlText text) {
    boolean limit = LIMIT.matcher(String.valueOf(broken.getMessage())).find();
    String detail = String.valueOf(broken.getMessage()).replaceAll("\\s+at \\[row.*(?s:.*)", "");
    String where =
        location == null
            ? ""
            : " at line "
                + (location.getLineNumber() + text.skippedLines())
                + ", column "
                + location.getColumnNumber();
    return new XmlDocument.Broken(
        limit ? Parsed.Reason.REFUSED : Parsed.Reason.MALFORMED,
        (limit ? "XML refused" : "XML broken") + where + ": " + Whitespace.collapse(detail));
  }

  private static XMLInputFactory factory(boolean namespaces) {
    WstxInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, namespaces);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, MAX_ELEMENTS);
    factory.setProperty(WstxInputProperties.P_MAX_ENTITY_COUNT, 1L);
    factory.setProperty(WstxInputProperties.P_MAX_ENTITY_DEPTH, 1);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
    return factory;
  }
}
