package io.wiredesk.wire.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.Association;
import io.wiredesk.schemas.Rendition;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaAddressesTest {

  private static final String GOOD = "https://ferrowire.example/ferrol.jpg";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "\u0001javascript:alert(1)",
        "java\nscript:x",
        "  vbscript:x",
        "data:text/html;base64,PHNjcmlwdD4=",
        "DATA:image/svg+xml,<svg>",
        "view-source:javascript:x",
        "feed:javascript:x",
        "java\u200bscript:x"
      })
  void dropsWhatABrowserWouldRun(String address) {
    MediaAddresses media = new MediaAddresses();
    assertThat(media.renditions(List.of(rendition(address)))).isEmpty();
    assertThat(media.associations(List.of(association(address)))).isEmpty();
    assertThat(media.repairs()).hasSize(2).allMatch(repair -> repair.contains("dropped"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        GOOD,
        "urn:newsml:x:1",
        "cid:1@x",
        "tag:x,2026:1",
        "ferrol.jpg",
        "/a?u=javascript:x",
        "database:1",
        "feed:https://x.example/1",
        "datafile.jpg"
      })
  void keepsWhatIsFetchedOrNamed(String address) {
    MediaAddresses media = new MediaAddresses();
    assertThat(media.renditions(List.of(rendition(address)))).hasSize(1);
    assertThat(media.associations(List.of(association(address)))).hasSize(1);
    assertThat(media.repairs()).isEmpty();
  }

  @Test
  void anAssociationTakesTheAddressOfARenditionThatIsSafe() {
    Association bad =
        Association.newBuilder(association("javascript:x"))
            .setRenditions(List.of(rendition("data:,x"), rendition(GOOD)))
            .build();
    Association kept = new MediaAddresses().associations(List.of(bad)).get(0);
    assertThat(kept.getUri()).isEqualTo(GOOD);
    assertThat(kept.getRenditions()).extracting(Rendition::getHref).containsExactly(GOOD);
  }

  @Property(tries = 1_000)
  void noSpellingOfTheSchemeComesThrough(@ForAll("spellings") String address) {
    assertThat(new MediaAddresses().renditions(List.of(rendition(address)))).isEmpty();
  }

  @Provide
  Arbitrary<String> spellings() {
    Arbitrary<String> noise = Arbitraries.of("", "\t", "\n", "\u0000", "\u200b", " ", "\r");
    return noise
        .list()
        .ofSize(12)
        .map(
            between -> {
              StringBuilder out = new StringBuilder();
              for (int i = 0; i < 11; i++) {
                char c = "javascript:".charAt(i);
                out.append(between.get(i)).append(i % 2 == 0 ? Character.toUpperCase(c) : c);
              }
              return out.append(between.get(11)).append("alert(1)").toString();
            });
  }

  private static Association association(String uri) {
    return new Association("media1", uri, "picture", null, null, "A caption", null, List.of());
  }

  private static Rendition rendition(String href) {
    return new Rendition("main", href, "image/jpeg", null, null, null, null);
  }
}
