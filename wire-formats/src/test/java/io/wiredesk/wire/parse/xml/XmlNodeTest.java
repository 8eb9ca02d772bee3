package io.wiredesk.wire.parse.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class XmlNodeTest {

  private static final XmlNode ROOT =
      root("<a><b n='1'>x<b n='2'/></b> text <c><b n='3'><d n='4'>y</d></b></c><b n='5'/></a>");

  @Test
  void findsElementsInTheOrderOfTheDocument() {
    assertThat(ROOT.elements()).extracting(XmlNode::name).containsExactly("b", "c", "b");
    assertThat(ROOT.all("b")).extracting(b -> b.attr("n")).containsExactly("1", "5");
    assertThat(ROOT.below("b")).extracting(b -> b.attr("n")).containsExactly("1", "2", "3", "5");
    assertThat(ROOT.outermost("b")).extracting(b -> b.attr("n")).containsExactly("1", "3", "5");
    assertThat(ROOT.path("c", "b", "d")).extracting(d -> d.attr("n")).containsExactly("4");
    assertThat(ROOT.first("e")).isEmpty();
    assertThat(ROOT.hasElements()).isTrue();
    assertThat(ROOT.content()).hasSize(4);
  }

  @Test
  void givesTheTextBelow() {
    assertThat(root("<a> one<br/>two <b>three\n</b></a>").line1()).isEqualTo("one two three");
    assertThat(root("<a> one <b>two\n</b></a>").text()).isEqualTo(" one two\n");
    assertThat(root("<a> <b> </b></a>").isBlank()).isTrue();
    assertThat(ROOT.isBlank()).isFalse();
  }

  @Test
  void givesAttributesInTheOrderOfTheDocument() {
    assertThat(root("<a z='1' b='2' xml:lang='de'/>").attributes())
        .hasToString("{z=1, b=2, xml:lang=de}");
  }

  private static XmlNode root(String document) {
    XmlDocument read = XmlReader.read(document.getBytes(StandardCharsets.UTF_8));
    assertThat(read).isInstanceOf(XmlDocument.Tree.class);
    return ((XmlDocument.Tree) read).root();
  }
}
