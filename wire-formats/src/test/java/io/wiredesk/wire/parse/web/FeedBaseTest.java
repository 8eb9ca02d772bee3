package io.wiredesk.wire.parse.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.wire.parse.xml.XmlDocument;
import io.wiredesk.wire.parse.xml.XmlNode;
import io.wiredesk.wire.parse.xml.XmlReader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FeedBaseTest {

  private static final String SITE = "https://quay.example.org/";
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?i)\\b((?:href|src|poster)\\s*=\\s*([\"']))(?![a-z][a-z0-9+.-]*:|#)(crane|c=d)\\2");

  private final XmlNode entry = entry();

  @Property
  void completesEveryReferenceWhereverItStands(@ForAll("html") String html) {
    FeedBase base = new FeedBase(entry, SITE);
    assertThat(base.html(entry, html))
        .isEqualTo(REFERENCE.matcher(html).replaceAll("$1" + SITE + "$3$2"));
  }

  @Property
  void leavesAllWhereNobodyKnowsABase(@ForAll("html") String html) {
    assertThat(new FeedBase(entry, null).html(entry, html)).isEqualTo(html);
  }

  @Provide
  Arbitrary<String> html() {
    return Arbitraries.of(
            "href",
            "SRC",
            "poster",
            "data-src",
            "xsrc",
            "=",
            " = ",
            "\n=\t",
            "\"crane\"",
            "'crane'",
            "\"c=d\"",
            "\"crane'",
            "\"urn:crane\"",
            "\"#crane\"",
            "crane",
            " ",
            "<a ",
            ">",
            "é")
        .list()
        .ofMaxSize(14)
        .map(parts -> String.join("", parts));
  }

  private static XmlNode entry() {
    byte[] xml = "<item><title>Crane</title></item>".getBytes(StandardCharsets.UTF_8);
    return ((XmlDocument.Tree) XmlReader.read(xml)).root();
  }
}
