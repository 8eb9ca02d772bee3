package io.wiredesk.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EntryCutterTest {

  @Test
  void cutsEachEntryWithTheHeadAndTheEnd() {
    assertThat(cut("<rss><t>W</t><item>1</item> <item>2</item></rss>"))
        .containsExactly("<rss><t>W</t><item>1</item></rss>", "<rss><t>W</t><item>2</item></rss>");
  }

  @Test
  void tagsInCdataCommentsAndAttributesAreText() {
    assertThat(
            cut(
                "<a:feed><!-- <entry> --><a:entry x='>'><![CDATA[</a:entry><entry>]]></a:entry><a:entry/></a:feed>"))
        .containsExactly(
            "<a:feed><!-- <entry> --><a:entry x='>'><![CDATA[</a:entry><entry>]]></a:entry></a:feed>",
            "<a:feed><!-- <entry> --><a:entry/></a:feed>");
  }

  @Test
  void anEntryWithinAnotherStaysInIt() {
    assertThat(cut("<r><item><item>x</item></item><items/></r>"))
        .containsExactly("<r><item><item>x</item></item><items/></r>");
  }

  @Test
  void aDocumentThatBreaksOffHasTheEntriesBeforeAndNoEnd() {
    EntryCutter cutter = EntryCutter.of(bytes("<r><item>1</item><item>2</it"));
    assertThat(cutter.whole()).isFalse();
    assertThat(cut("<r><item>1</item><item>2</it")).containsExactly("<r><item>1</item>");
  }

  @Test
  void utf16IsNotCut() {
    byte[] wide = "<r><item>1</item></r>".getBytes(StandardCharsets.UTF_16);
    assertThat(EntryCutter.of(wide).entries()).isEmpty();
  }

  @Property(tries = 300)
  void comesToAnEndWhateverTheBytes(@ForAll byte[] bytes) {
    EntryCutter cutter = EntryCutter.of(bytes);
    for (EntryCutter.Range entry : cutter.entries()) {
      assertThat(cutter.single(entry).length).isLessThanOrEqualTo(bytes.length);
    }
  }

  private static List<String> cut(String document) {
    EntryCutter cutter = EntryCutter.of(bytes(document));
    return cutter.entries().stream()
        .map(entry -> new String(cutter.single(entry), StandardCharsets.UTF_8))
        .toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
