package io.wiredesk.ingest.fuzz;

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
 * made when asked for. Stateless.
 */
final class HostileShapes {

  private static final int MANY = 60_000;
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

  private HostileShapes() {}

  static Map<String, Supplier<byte[]>> all() {
    Map<String, Supplier<byte[]>> shapes = new LinkedHashMap<>();
    for (String opening : OPENINGS) {
      shapes.put("deep " + opening, () -> latin(opening.repeat(MANY)));
    }
    for (String head : HEADS) {
      for (String piece : PIECES) {
        shapes.put(
            "many " + piece + " after " + head,
            () -> latin(head + piece.repeat(2 * MANY / piece.length())));
      }
    }
    xml(shapes);
    json(shapes);
    mail(shapes);
    return shapes;
  }

  private static void xml(Map<String, Supplier<byte[]>> shapes) {
    String open = "<nitf><body><body.content><p>";
    String close = "</p></body.content></body></nitf>";
    String p = "</p><p>";
    shapes.put("paragraphs", () -> latin(open + ("a" + p).repeat(2 * MANY) + close));
    shapes.put("attributes", () -> latin("<nitf" + attributes(MANY / 4) + "/>"));
    shapes.put("long attribute", () -> latin("<nitf a='" + "x".repeat(1_000_000) + "'/>"));
    shapes.put("CDATA", () -> latin(open + "<![CDATA[&]]>".repeat(MANY) + close));
    shapes.put("comments", () -> latin(open + "<!--&-->".repeat(MANY) + close));
    shapes.put("large text", () -> latin(open + "word ".repeat(400_000) + close));
    shapes.put("entity declarations", () -> latin(declarations(MANY / 3) + "<nitf>&a1;</nitf>"));
    shapes.put("billion laughs", () -> latin(laughs() + open + "&l9;" + close));
    shapes.put(
        "quadratic blow-up",
        () ->
            latin(
                "<!DOCTYPE nitf [<!ENTITY a \""
                    + "x".repeat(50_000)
                    + "\">]>"
                    + open
                    + "&a;".repeat(50_000)
                    + close));
    shapes.put("DOCTYPE without end", () -> latin("<!DOCTYPE nitf [" + "<!--".repeat(MANY)));
    shapes.put("items", () -> latin("<rss><channel>" + item().repeat(8_000) + "</channel></rss>"));
    shapes.put("html attributes", () -> latin("<html><p " + attributes(MANY) + ">x"));
    shapes.put("tables", () -> latin("<html><body>" + "<table><tr><td>x".repeat(3_000)));
    shapes.put("JSON-LD", () -> latin(ld("[".repeat(MANY))));
    shapes.put(
        "JSON-LD graph", () -> latin(ld("[" + "{\"@type\":\"Person\"},".repeat(MANY / 3) + "{}]")));
  }

  private static void json(Map<String, Supplier<byte[]>> shapes) {
    shapes.put(
        "digits", () -> latin("{\"headline\":\"x\",\"urgency\":" + "9".repeat(500_000) + "}"));
    shapes.put("exponent", () -> latin("{\"headline\":\"x\",\"urgency\":1e999999999}"));
    shapes.put("keys", () -> latin("{\"headline\":\"x\"" + keys(MANY) + "}"));
    shapes.put("same key", () -> latin("{\"headline\":\"x\"" + ",\"a\":1".repeat(MANY) + "}"));
    shapes.put("objects", () -> latin("[" + "{\"headline\":\"x\"},".repeat(8_000) + "{}]"));
    shapes.put(
        "subjects", () -> latin("{\"headline\":\"x\",\"subject\":[" + subjects(8_000) + "{}]}"));
    shapes.put("raw controls", () -> latin("{\"headline\":\"" + "\u0001\n".repeat(MANY) + "\"}"));
  }

  private static void mail(Map<String, Supplier<byte[]>> shapes) {
    String head = "From: a@b.example\nSubject: x\nMIME-Version: 1.0\n";
    String multipart = "Content-Type: multipart/mixed; boundary=";
    shapes.put("parts", () -> latin(head + multipart + "b\n\n" + "--b\n\nx\n".repeat(MANY / 2)));
    shapes.put("nested parts", () -> latin(head + nestedParts(multipart, 1_000)));
    shapes.put(
        "nested mails", () -> latin((head + "Content-Type: message/rfc822\n\n").repeat(2_000)));
    shapes.put("headers", () -> latin(head + "X-A: b\n".repeat(MANY) + "\nx"));
    shapes.put("folded header", () -> latin(head + "X-A: b\n" + " c\n".repeat(MANY) + "\nx"));
    shapes.put(
        "encoded words",
        () -> latin(head + "X-B: y\nSubject: " + "=?utf-8?B?YQ==?= ".repeat(8_000) + "\n\nx"));
    shapes.put(
        "parameters",
        () -> latin(head + "Content-Type: text/plain" + "; a=b".repeat(MANY) + "\n\nx"));
    shapes.put(
        "long boundary",
        () -> latin(head + multipart + "b".repeat(MANY) + "\n\n" + "--b\n".repeat(MANY)));
    shapes.put(
        "recipients", () -> latin(head + "To: " + "a@b.example, ".repeat(MANY / 4) + "\n\nx"));
    shapes.put(
        "zip bomb",
        () ->
            latin(
                head
                    + multipart
                    + "b\n\n--b\n\nThe archive is attached.\n--b\n"
                    + "Content-Type: application/zip; name=a.zip\n"
                    + "Content-Transfer-Encoding: base64\n\n"
                    + Base64.getMimeEncoder().encodeToString(zipped(200_000_000))
                    + "\n--b--\n"));
    shapes.put("zip", () -> zipped(200_000_000));
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
