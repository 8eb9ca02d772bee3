package io.wiredesk.wire.parse.web;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.nodes.Element;

class PageAddressesTest {

  @Property
  void areCompletedAsJsoupWould(@ForAll("addresses") String address) {
    Element link = new Element("a").attr("href", address);
    for (String base :
        new String[] {
          "https://quay.example.org/news/today.html",
          "https://quay.example.org",
          "http://10.0.0.1:80"
        }) {
      link.setBaseUri(base);
      String full = PageAddresses.full(link, "href", PageAddresses.site(base));
      assertThat(full).isEqualTo(link.absUrl("href"));
    }
  }

  @Provide
  Arbitrary<String> addresses() {
    Arbitrary<String> rest =
        Arbitraries.of(
                "a", "quay", ".", "..", "-", "/", "//", "?", "=", "_", ":", "@", "#", "%20", " ",
                "\n", "é", "\\", "7", "80")
            .list()
            .ofMaxSize(10)
            .map(parts -> String.join("", parts));
    return Arbitraries.of("https://", "http://", "https://quay.example.org/", "", "/")
        .flatMap(start -> rest.map(end -> start + end));
  }
}
