package io.wiredesk.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SignedAddressesTest {

  private static final String ENTRY =
      "<rss><channel><item><title>%s</title><enclosure url=\"https://x.example/a.jpg?w=1&amp;%s\"/>"
          + "</item></channel></rss>";

  @Test
  void leavesOutWhatSignsAnAddress() {
    assertThat(
            SignedAddresses.without(
                "a.jpg?w=1&amp;X-Amz-Date=20261129&amp;X-Amz-Signature=ab%2F&amp;h=2\""))
        .isEqualTo("a.jpg?w=1&amp;h=2\"");
    assertThat(SignedAddresses.without("b.jpg?Expires=1&Signature=x~y&Key-Pair-Id=K c"))
        .isEqualTo("b.jpg? c");
    assertThat(SignedAddresses.without("c.jpg?sv=2020&sig=a&se=2026")).isEqualTo("c.jpg?sv=2020&");
    String copy = "Is this signed? Expires=never; the signature=his.";
    assertThat(SignedAddresses.without(copy)).isEqualTo(copy);
  }

  @Test
  void anEntryThatIsSignedAnewIsNoChangeAndAnotherTextIs() {
    String first = mark("Port dredged", "Expires=1&amp;Signature=aaa");
    assertThat(mark("Port dredged", "Expires=22&amp;Signature=bbbb")).isEqualTo(first);
    assertThat(mark("Port not dredged", "Expires=1&amp;Signature=aaa")).isNotEqualTo(first);
    assertThat(mark("Port dredged", "v=2")).isNotEqualTo(mark("Port dredged", "v=3"));
  }

  private static String mark(String title, String query) {
    byte[] document = ENTRY.formatted(title, query).getBytes(StandardCharsets.UTF_8);
    EntryCutter cutter = EntryCutter.of(document);
    return cutter.mark(cutter.entries().get(0));
  }
}
