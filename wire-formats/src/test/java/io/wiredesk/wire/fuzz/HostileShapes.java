package io.wiredesk.wire.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Large wires made to exhaust a reader: nesting, repetition, entities, parts, archives. Each is
 * made when asked for. Immutable.
 */
final class HostileShapes {

  private static final int MANY = 60_000;

  /** How many times smaller than full size; see {@link #all(int)}. */
  private final int share;

  private final int many;
  private static final String[] HEADS = {
    "",
    "wex0001 3 i 20 wex\n\n",
    "\u0001W0101\u001fwex\nr i BC-A-B 03-12 0001\n\u0002",
    "Subject: x\nFrom: a@b.c\n\n",
    "<html><body>",
    "<rss><channel><item><title>",
    "<nitf><body><body.content><p>",
    "{\"headline\": \"x\", \"body_text\": \""
  };
  private static final String[] PIECES = {
    "a",
    " ",
    "\n",
    "A ",
    "By X\n",
    "^A\n",
    "1 2 3\n",
    "- x\n",
    "From: x\n",
    "\t",
    "x;y;z\n",
    "(AP) - ",
    "KILL ",
    "ZCZC A1\nNNNN\n",
    "\u00e9",
    "=20",
    "A-",
    "A/",
    "\u0002",
    "1.0  a  b\n",
    "By Anna ",
    "embargo ",
    "12:00 ",
    "http://a",
    "&",
    "&nbsp;",
    "<b>",
    "> ",
    "(",
    "\"",
    "\\u0041",
    "AAA",
    "Von ",
    "\u001b$B",
    ". ",
    ", ",
    "http://",
    "--",
    "=?utf-8?q?",
    "\r"
  };
  private static final String[] OPENINGS = {
    "[",
    "{\"a\":",
    "<div>",
    "<item>",
    "<rss><item>",
    "<p><table>",
    "> ",
    "=?",
    "<nitf>",
    "<b><i>",
    "<NewsML><NewsItem>",
    "<newsMessage><itemSet>",
    "<ul><li>",
    "<blockquote>",
    "(",
    "<a:b>"
  };

  private HostileShapes(int share) {
    this.share = share;
    this.many = MANY / share;
  }

  /** All in full size. */
  static Map<String, Supplier<byte[]>> all() {
    return all(1);
  }

  /** All, each repeated as many times fewer as {@code share} says: for measuring growth. */
  static Map<String, Supplier<byte[]>> all(int share) {
    return new HostileShapes(share).shapes();
  }

  private Map<String, Supplier<byte[]>> shapes() {
    Map<String, Supplier<byte[]>> shapes = new LinkedHashMap<>();
    for (String opening : OPENINGS) {
      shapes.put("deep " + opening, () -> latin(opening.repeat(many)));
    }
    for (String head : HEADS) {
      for (String piece : PIECES) {
        shapes.put(
            "many " + piece + " after " + head,
            () -> latin(head + piece.repeat(2 * many / piece.length())));
      }
    }
    xml(shapes);
    json(shapes);
    mail(shapes);
    marks(shapes);
    return shapes;
  }

  /** Marks without end on one letter, as bytes, as references and as escapes. */
  private void marks(Map<String, Supplier<byte[]>> shapes) {
    byte[] text = "a\u0301".concat("\u0301".repeat(many)).getBytes(StandardCharsets.UTF_8);
    shapes.put("marks", () -> text);
    shapes.put(
        "marks in XML",
        () ->
            latin(
                "<nitf><body><body.head><hedline><hl1>a"
                    + "&#x301;".repeat(many)
                    + "</hl1></hedline></body.head><body.content><p>a"
                    + "&#x301;".repeat(many)
                    + "</p></body.content></body></nitf>"));
    shapes.put(
        "marks in JSON",
        () ->
            latin(
                "{\"uri\": \"urn:a\", \"headline\": \"a"
                    + "\\u0301".repeat(many)
                    + "\", \"body_html\": \"<p>a"
                    + "&#x301;".repeat(many)
                    + "</p>\"}"));
  }

  private void xml(Map<String, Supplier<byte[]>> shapes) {
    String open = "<nitf><body><body.content><p>";
    String close = "</p></body.content></body></nitf>";
    String p = "</p><p>";
    shapes.put("paragraphs", () -> latin(open + ("a" + p).repeat(2 * many) + close));
    shapes.put("attributes", () -> latin("<nitf" + attributes(many / 4) + "/>"));
    shapes.put("long attribute", () -> latin("<nitf a='" + "x".repeat(1_000_000 / share) + "'/>"));
    shapes.put("CDATA", () -> latin(open + "<![CDATA[&]]>".repeat(many) + close));
    shapes.put("comments", () -> latin(open + "<!--&-->".repeat(many) + close));
    shapes.put("large text", () -> latin(open + "word ".repeat(400_000 / share) + close));
    shapes.put("entity declarations", () -> latin(declarations(many / 3) + "<nitf>&a1;</nitf>"));
    shapes.put("billion laughs", () -> latin(laughs() + open + "&l9;" + close));
    shapes.put(
        "quadratic blow-up",
        () ->
            latin(
                "<!DOCTYPE nitf [<!ENTITY a \""
                    + "x".repeat(50_000 / share)
                    + "\">]>"
                    + open
                    + "&a;".repeat(50_000 / share)
                    + close));
    shapes.put("DOCTYPE without end", () -> latin("<!DOCTYPE nitf [" + "<!--".repeat(many)));
    shapes.put(
        "items", () -> latin("<rss><channel>" + item().repeat(8_000 / share) + "</channel></rss>"));
    shapes.put("html attributes", () -> latin("<html><p " + attributes(many) + ">x"));
    shapes.put("tables", () -> latin("<html><body>" + "<table><tr><td>x".repeat(3_000 / share)));
    shapes.put("JSON-LD", () -> latin(ld("[".repeat(many))));
    shapes.put(
        "JSON-LD graph", () -> latin(ld("[" + "{\"@type\":\"Person\"},".repeat(many / 3) + "{}]")));
  }

  private void json(Map<String, Supplier<byte[]>> shapes) {
    shapes.put(
        "digits",
        () -> latin("{\"headline\":\"x\",\"urgency\":" + "9".repeat(500_000 / share) + "}"));
    shapes.put("exponent", () -> latin("{\"headline\":\"x\",\"urgency\":1e999999999}"));
    shapes.put("keys", () -> latin("{\"headline\":\"x\"" + keys(many) + "}"));
    shapes.put("same key", () -> latin("{\"headline\":\"x\"" + ",\"a\":1".repeat(many) + "}"));
    shapes.put("objects", () -> latin("[" + "{\"headline\":\"x\"},".repeat(8_000 / share) + "{}]"));
    shapes.put(
        "subjects",
        () -> latin("{\"headline\":\"x\",\"subject\":[" + subjects(8_000 / share) + "{}]}"));
    shapes.put("raw controls", () -> latin("{\"headline\":\"" + "\u0001\n".repeat(many) + "\"}"));
  }

  private void mail(Map<String, Supplier<byte[]>> shapes) {
    String head = "From: a@b.example\nSubject: x\nMIME-Version: 1.0\n";
    String multipart = "Content-Type: multipart/mixed; boundary=";
    shapes.put("parts", () -> latin(head + multipart + "b\n\n" + "--b\n\nx\n".repeat(many / 2)));
    shapes.put("nested parts", () -> latin(head + nestedParts(multipart, 1_000 / share)));
    shapes.put(
        "nested mails",
        () -> latin((head + "Content-Type: message/rfc822\n\n").repeat(2_000 / share)));
    shapes.put("headers", () -> latin(head + "X-A: b\n".repeat(many) + "\nx"));
    shapes.put("folded header", () -> latin(head + "X-A: b\n" + " c\n".repeat(many) + "\nx"));
    shapes.put(
        "encoded words",
        () ->
            latin(
                head + "X-B: y\nSubject: " + "=?utf-8?B?YQ==?= ".repeat(8_000 / share) + "\n\nx"));
    shapes.put(
        "parameters",
        () -> latin(head + "Content-Type: text/plain" + "; a=b".repeat(many) + "\n\nx"));
    shapes.put(
        "long boundary",
        () -> latin(head + multipart + "b".repeat(many) + "\n\n" + "--b\n".repeat(many)));
    shapes.put(
        "recipients", () -> latin(head + "To: " + "a@b.example, ".repeat(many / 4) + "\n\nx"));
    shapes.put(
        "zip bomb",
        () ->
            latin(
                head
                    + multipart
                    + "b\n\n--b\n\nThe archive is attached.\n--b\n"
                    + "Content-Type: application/zip; name=a.zip\n"
                    + "Content-Transfer-Encoding: base64\n\n"
                    + Base64.getMimeEncoder().encodeToString(zipped(200_000_000 / share))
                    + "\n--b--\n"));
    shapes.put("zip", () -> zipped(200_000_000 / share));
  }

  private static String nestedParts(String multipart, int depth) {
    StringBuilder mail = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      mail.append(multipart).append('b').append(i).append("\n\n--b").append(i).append('\n');
    }
    return mail.append("\nx\n").toString();
  }

  private static byte[] zipped(int size) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("a.xml"));
      byte[] block = new byte[64 * 1024];
      for (int written = 0; written < size; written += block.length) {
        zip.write(block);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String declarations(int count) {
    StringBuilder dtd = new StringBuilder("<!DOCTYPE nitf [");
    for (int i = 0; i < count; i++) {
      dtd.append("<!ENTITY a").append(i).append(" 'b'>");
    }
    return dtd.append("]>").toString();
  }

  private static String laughs() {
    StringBuilder dtd = new StringBuilder("<!DOCTYPE nitf [<!ENTITY l0 'ha'>");
    for (int i = 1; i < 10; i++) {
      dtd.append("<!ENTITY l").append(i).append(" '").append(("&l" + (i - 1) + ";").repeat(10));
      dtd.append("'>");
    }
    return dtd.append("]>").toString();
  }

  private static String attributes(int count) {
    StringBuilder attributes = new StringBuilder();
    for (int i = 0; i < count; i++) {
      attributes.append(" a").append(i).append("='1'");
    }
    return attributes.toString();
  }

  private static String keys(int count) {
    StringBuilder keys = new StringBuilder();
    for (int i = 0; i < count; i++) {
      keys.append(",\"k").append(i).append("\":1");
    }
    return keys.toString();
  }

  private static String subjects(int count) {
    StringBuilder subjects = new StringBuilder();
    for (int i = 0; i < count; i++) {
      subjects.append("{\"code\":\"").append(i).append("\",\"name\":\"n\"},");
    }
    return subjects.toString();
  }

  private static String item() {
    return "<item><title>a</title><description>b</description></item>";
  }

  private static String ld(String json) {
    return "<html><head><script type=\"application/ld+json\">" + json + "</script></head><p>x";
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
