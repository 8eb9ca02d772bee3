package io.wiredesk.wire.parse.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.AltId;
import io.wiredesk.wire.parse.Parsed;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.profile.FeedProfile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RelativeAddressesTest {

  private static final String FETCHED = "https://relay.example.org/feeds/quay.xml";

  @Test
  void areRelativeToTheSiteBeforeTheAddressOfTheRelay() {
    String site = "<link>https://quay.example.org/</link>";
    assertThat(link(rss(site, "crane"), FETCHED)).isEqualTo("https://quay.example.org/crane");
  }

  @Test
  void areRelativeToTheAddressThatTheFeedWasFetchedFrom() {
    assertThat(link(rss("", "crane"), FETCHED)).isEqualTo("https://relay.example.org/feeds/crane");
    assertThat(link(rss("", "?id=7"), FETCHED))
        .isEqualTo("https://relay.example.org/feeds/quay.xml?id=7");
  }

  @Test
  void stayAsTheyAreWhereNobodyKnowsABase() {
    assertThat(link(rss("", "crane"), null)).isEqualTo("crane");
    assertThat(link(rss("", "crane"), "quay.xml")).isEqualTo("crane");
    assertThat(link(rss("<link>javascript:alert(1)</link>", "crane"), null)).isEqualTo("crane");
  }

  @Test
  void otherSchemesAreNoRelativeAddresses() {
    assertThat(link(rss("", "urn:quay:7"), FETCHED)).isEqualTo("urn:quay:7");
  }

  private static String rss(String site, String link) {
    return "<rss version='2.0'><channel><title>Quay Post</title>"
        + site
        + "<item><title>Crane moved</title><guid isPermaLink='false'>q-1</guid><link>"
        + link
        + "</link><description>The crane was moved.</description></item></channel></rss>";
  }

  private static String link(String feed, @Nullable String source) {
    byte[] bytes = feed.getBytes(StandardCharsets.UTF_8);
    Parsed parsed =
        new FeedParser()
            .parse(new WireInput(bytes, null, source, Instant.EPOCH, FeedProfile.standard("quay")));
    WireItem item = ((Parsed.Accepted) parsed).items().get(0);
    return item.altIds.stream()
        .filter(id -> "link".equals(id.getRole()))
        .map(AltId::getValue)
        .findFirst()
        .orElseThrow();
  }
}
