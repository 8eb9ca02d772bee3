package io.wiredesk.wire.parse.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class XmlNodeTest {

  /** Names by the hundred, so that many share a place in the tables of names. */
  @Property(tries = 200)
  void findsWhatALookAtEachElementFinds(
      @ForAll("trees") String document, @ForAll("names") String name) {
    XmlNode root = root(document);
    List<XmlNode> below = new ArrayList<>();
    List<XmlNode> all = new ArrayList<>(List.of(root));
    for (int i = 0; i < all.size(); i++) {
      all.get(i).content().stream().filter(n -> !n.isText()).forEach(all::add);
    }
    for (XmlNode node : root.below()) {
      if (node.is(name)) {
        below.add(node);
      }
    }
    assertThat(root.below(name)).isEqualTo(below);
    assertThat(root.below(List.of("none", name))).isEqualTo(below);
    assertThat(root.outermost(name)).isEqualTo(root.outermost(n -> n.is(name)));
    for (XmlNode node : all) {
      List<XmlNode> children = node.content().stream().filter(n -> !n.isText()).toList();
      List<XmlNode> named = children.stream().filter(n -> n.is(name)).toList();
      assertThat(node.elements()).isEqualTo(children);
      assertThat(node.hasElements()).isEqualTo(!children.isEmpty());
      assertThat(node.all(name)).isEqualTo(named);
      assertThat(node.first(name)).isEqualTo(named.stream().findFirst());
      assertThat(node.path(name, name))
          .isEqualTo(named.stream().flatMap(n -> n.all(name).stream()).toList());
    }
  }

  @Example
  void givesAttributesInTheOrderOfTheDocument() {
    List<String> seen = new ArrayList<>();
    root("<a z='1' b='2' xml:lang='de'/>").forEachAttribute((k, v) -> seen.add(k + "=" + v));
    assertThat(seen).containsExactly("z=1", "b=2", "xml:lang=de");
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.integers().between(0, 300).map(number -> "n" + number);
  }

  /** Each number opens an element of its name and closes some of the open ones. */
  @Provide
  Arbitrary<String> trees() {
    return Arbitraries.integers().between(0, 300).list().ofMaxSize(60).map(XmlNodeTest::tree);
  }

  private static String tree(List<Integer> numbers) {
    StringBuilder document = new StringBuilder("<n0>");
    Deque<Integer> open = new ArrayDeque<>();
    for (int number : numbers) {
      document.append("<n").append(number).append("> text ");
      open.push(number);
      for (int close = number % 4; close > 1 && !open.isEmpty(); close--) {
        document.append("</n").append(open.pop()).append('>');
      }
    }
    open.forEach(number -> document.append("</n").append(number).append('>'));
    return document.append("</n0>").toString();
  }

  private static XmlNode root(String document) {
    XmlDocument read = XmlReader.read(document.getBytes(StandardCharsets.UTF_8));
    assertThat(read).isInstanceOf(XmlDocument.Tree.class);
    return ((XmlDocument.Tree) read).root();
  }
}
