package io.wiredesk.ingest.parse.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundXmlTest {

  /** Latin-1 characters stand for bytes here. */
  @Property(tries = 2_000)
  void whatIsReadAsItIsIsReadTheSameWithRepairs(@ForAll("documents") String document) {
    byte[] bytes = bytes(document);
    assertThat(written(XmlReader.read(bytes))).isEqualTo(written(XmlReader.repaired(bytes)));
  }

  @Test
  void mostDocumentsNeedNoRepair() {
    assertThat(SoundXml.of(bytes("<?xml version='1.0' encoding='utf-8'?><a>&lt; &amp;</a>")))
        .isNotNull();
    assertThat(SoundXml.of("<a>\u00e9t\u00e9 \u2014 \u4e2d</a>".getBytes(StandardCharsets.UTF_8)))
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " <a/>",
        "<a>&nbsp;</a>",
        "<a>&#150;</a>",
        "<a>AT&T</a>",
        "<?xml version='1.0' encoding='ISO-8859-1'?><a/>",
        "<a>\u00c1\u00bf</a>",
        "<a>\u00ef\u00bf\u00be</a>"
      })
  void whatMayNeedRepairIsLeftToIt(String document) {
    assertThat(SoundXml.of(bytes(document))).isNull();
  }

  @Provide
  Arbitrary<String> documents() {
    List<String> pieces =
        List.of(
            "<b>",
            "</b>",
            "<b x='1'/>",
            "text ",
            "\u00c3\u00a9",
            "\u00e2\u0080\u0094",
            "\u00e9",
            "\u00c1\u00bf",
            "\u00e0\u0080\u0080",
            "\u00f0\u0080\u0080\u0080",
            "\u00ed\u00a0\u0080",
            "\u00ef\u00bf\u00be",
            "&amp;",
            "&nbsp;",
            "&#150;",
            "&#8217;",
            "&#xe9;",
            "&#5;",
            "&#xffff;",
            "&",
            "\u0007",
            "\u0000",
            "<p:c/>",
            "<![CDATA[&]]>",
            "<!-- & -->",
            "\r\n",
            "<b y='\u00e9\u0001'/>");
    Arbitrary<String> head =
        Arbitraries.of(
            "",
            "<?xml version='1.0'?>",
            "<?xml version='1.0' encoding='UTF-8'?>\n",
            "<?xml version='1.0' encoding='latin1'?>",
            "<!DOCTYPE a [<!ENTITY e 'x'>]>",
            "\u00ef\u00bb\u00bf",
            "\u00ef\u00bb\u00bf<?xml version='1.0' encoding='latin1'?>\r",
            "\n");
    Arbitrary<String> body =
        Arbitraries.of(pieces).list().ofMaxSize(6).map(all -> String.join("", all));
    return head.flatMap(h -> body.map(b -> h + "<a>" + b + "</a>"));
  }

  private static byte[] bytes(String document) {
    return document.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String written(XmlDocument document) {
    return document instanceof XmlDocument.Tree tree
        ? tree.repairs() + write(tree.root())
        : document.toString();
  }

  private static String write(XmlNode node) {
    if (node.isText()) {
      return node.text();
    }
    StringBuilder out =
        new StringBuilder("<" + node.name() + node.attributes() + node.line() + ">");
    node.content().forEach(child -> out.append(write(child)));
    return out.append("</>").toString();
  }
}
