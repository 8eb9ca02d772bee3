package io.wiredesk.wire.parse.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.wire.parse.Parsed;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class XmlReaderTest {

  @Test
  void readsElementsAttributesTextAndLines() {
    XmlNode root =
        tree("<?xml version='1.0'?>\n<a x='1' xml:lang='de'>\n<b>one <c>two</c></b></a>");
    assertThat(root.attr("x")).isEqualTo("1");
    assertThat(root.attr("xml:lang")).isEqualTo("de");
    assertThat(root.textAt("b")).isEqualTo("one two");
    assertThat(root.first("b").orElseThrow().origin()).hasToString("a/b line 3");
    assertThat(root.at("b", "c").orElseThrow().origin()).hasToString("a/b/c line 3");
  }

  @Test
  void neitherFetchesNorNeedsADoctype() {
    XmlNode root = tree("<!DOCTYPE nitf SYSTEM 'http://127.0.0.1:1/none.dtd'><nitf>x</nitf>");
    assertThat(root.text()).isEqualTo("x");
  }

  @Test
  void refusesEntitiesThatTheDocumentDeclares() {
    String bomb = "<!DOCTYPE a [<!ENTITY l0 'lol'><!ENTITY l1 '&l0;&l0;&l0;'>]><a>&l1;</a>";
    assertThat(broken(bomb).reason()).isEqualTo(Parsed.Reason.REFUSED);
    String external = "<!DOCTYPE a [ <!ENTITY x SYSTEM 'file:///etc/hostname'> ]><a>&x;</a>";
    assertThat(broken(external).reason()).isEqualTo(Parsed.Reason.REFUSED);
  }

  @Test
  void refusesDeepNestingAndTooManyElements() {
    assertThat(broken("<a>".repeat(5000)).reason()).isEqualTo(Parsed.Reason.REFUSED);
    assertThat(broken("<a>" + "<b/>".repeat(300_000) + "</a>").reason())
        .isEqualTo(Parsed.Reason.REFUSED);
  }

  @Test
  void repairsNamedCharactersAndBareAmpersands() {
    XmlDocument.Tree tree =
        (XmlDocument.Tree)
            read("<a t='R&eacute;'>x&nbsp;&eacute; AT&T &unknown; &amp; <![CDATA[&nbsp;]]></a>");
    assertThat(tree.root().text()).isEqualTo("x\u00a0é AT&T &unknown; & &nbsp;");
    assertThat(tree.root().attr("t")).isEqualTo("Ré");
    assertThat(tree.repairs()).hasSize(2);
  }

  @Test
  void saysWhereTruncatedXmlBreaks() {
    XmlDocument.Broken broken = broken("<a>\n<b>text");
    assertThat(broken.reason()).isEqualTo(Parsed.Reason.MALFORMED);
    assertThat(broken.message()).contains("line 2");
  }

  @Test
  void readsWindows1252LabelledAsLatin1() {
    byte[] bytes =
        "<?xml version='1.0' encoding='ISO-8859-1'?><a>\u201cquoted\u201d \u2013 10 \u20ac</a>"
            .getBytes(Charset.forName("windows-1252"));
    XmlDocument.Tree tree = (XmlDocument.Tree) XmlReader.read(bytes);
    assertThat(tree.root().text()).isEqualTo("\u201cquoted\u201d \u2013 10 \u20ac");
    assertThat(tree.repairs()).singleElement().asString().contains("windows-1252");
  }

  @Test
  void readsLatin1BytesLabelledAsUtf8() {
    byte[] bytes =
        "<?xml version='1.0' encoding='UTF-8'?><a>Zürich</a>".getBytes(StandardCharsets.ISO_8859_1);
    XmlDocument.Tree tree = (XmlDocument.Tree) XmlReader.read(bytes);
    assertThat(tree.root().text()).isEqualTo("Zürich");
    assertThat(tree.repairs()).hasSize(1);
  }

  @Test
  void readsUtf8LabelledAsLatin1AndUtf8WithMark() {
    String text = "<?xml version='1.0' encoding='ISO-8859-1'?><a>Zürich</a>";
    XmlDocument.Tree tree =
        (XmlDocument.Tree) XmlReader.read(text.getBytes(StandardCharsets.UTF_8));
    assertThat(tree.root().text()).isEqualTo("Zürich");
    XmlDocument.Tree marked =
        (XmlDocument.Tree) XmlReader.read("\ufeff<a>Zürich</a>".getBytes(StandardCharsets.UTF_8));
    assertThat(marked.root().text()).isEqualTo("Zürich");
    assertThat(marked.repairs()).isEmpty();
  }

  @Test
  void readsUtf16AndLeadingWhiteSpace() {
    byte[] bytes =
        "\ufeff<?xml version='1.0' encoding='UTF-16'?><a>ž</a>".getBytes(StandardCharsets.UTF_16BE);
    assertThat(((XmlDocument.Tree) XmlReader.read(bytes)).root().text()).isEqualTo("ž");
    XmlNode root = tree("\n\n<?xml version='1.0'?><a/>");
    assertThat(root.line()).isEqualTo(3);
  }

  @Test
  void replacesControlCharacters() {
    assertThat(tree("<a>x\u0000y\u001a</a>").text()).isEqualTo("x y ");
    assertThat(tree("<a>x&#150;y&#0;</a>").text()).isEqualTo("x\u2013y ");
  }

  @Test
  void readsPrefixesThatNobodyDeclared() {
    XmlNode root = tree("<a><n:b i:nil='true'>x</n:b></a>");
    assertThat(root.textAt("b")).isEqualTo("x");
  }

  private static XmlNode tree(String xml) {
    return ((XmlDocument.Tree) read(xml)).root();
  }

  private static XmlDocument.Broken broken(String xml) {
    return (XmlDocument.Broken) read(xml);
  }

  private static XmlDocument read(String xml) {
    return XmlReader.read(xml.getBytes(StandardCharsets.UTF_8));
  }
}
