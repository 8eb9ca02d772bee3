package io.wiredesk.ingest.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.AltId;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.wire.profile.FeedProfile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Promise, on the side of ingest: who may speak for a uri is said with each item. */
class WhoSpeaksForAUriTest {

  private static final String URI = "urn:newsml:npa.example:20260312:ferry";
  private static final Map<String, ?> AGENCY =
      Map.of("provider", "NPA", "speaks-for", List.of("urn:newsml:npa.example"));

  /** Later than any test is run, and long before the versions. */
  private static final long LATEST = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

  private final ParsePipeline pipeline = new ParsePipeline();

  @AfterEach
  void close() {
    pipeline.close();
  }

  @Test
  void anItemSaysForWhomItsFeedSpeaksAndWhoseItsUriIs() {
    profiles(Map.of("npa", AGENCY, "mix", Map.of("provider", "Mix", "speaks-for", List.of("DPA"))));
    pipeline.send("npa", ninjs(URI, "1", "Harbour opens"));
    pipeline.send("mix", ninjs(URI, "2", "Harbour burns"));
    pipeline.send("open", ninjs(URI + ".evil", "1", "Harbour closes"));
    List<NewsItem> items = pipeline.items.readValuesToList();
    assertThat(items.get(0).getSource().getEntitlement().getSpeaksFor()).containsExactly("NPA");
    assertThat(items.get(0).getSource().getEntitlement().getClaims()).containsEntry(URI, "NPA");
    assertThat(items.get(1).getSource().getEntitlement().getSpeaksFor())
        .containsExactly("Mix", "dpa");
    assertThat(items.get(1).getSource().getEntitlement().getClaims()).containsEntry(URI, "NPA");
    assertThat(items.get(2).getUri()).endsWith(".evil");
  }

  @Test
  void aFeedOfWhichNothingIsKnownSaysNothing() {
    pipeline.send("open", ninjs(URI, "1", "Harbour opens"));
    assertThat(pipeline.items.readValue().getSource().getEntitlement()).isNull();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatAStrangerSendsFirstMakesNoRepetitionOfTheAgencysOwn(boolean claimed) {
    Map<String, ?> agency = claimed ? AGENCY : Map.of("provider", "NPA");
    profiles(Map.of("npa", agency, "blog", Map.of("provider", "Blog")));
    pipeline.send("npa", ninjs(URI, "1", "Harbour opens"));
    pipeline.send("blog", ninjs(URI, "2", "Harbour burns"));
    pipeline.send("npa", ninjs(URI, "2", "Harbour burns"));
    assertThat(pipeline.items.readValuesToList())
        .extracting(item -> item.getSource().getFeed())
        .containsExactly("npa", "blog", "npa");
    pipeline.send("blog", ninjs(URI, "1", "Harbour opens"));
    assertThat(pipeline.items.isEmpty()).as("what the agency sent is repeated").isTrue();
    assertThat(pipeline.duplicates.readValuesToList()).hasSize(1);
  }

  @Test
  void anEntryOfAFeedCannotBearTheUriOfAnAgency() {
    pipeline.send("blog", rss(URI));
    NewsItem entry = pipeline.items.readValue();
    assertThat(entry.getUri()).startsWith("urn:wiredesk:item:site-example:");
    assertThat(entry.getAltIds()).contains(new AltId("wireId", URI));
  }

  @Test
  void twoFeedsOfOneAgencyGiveAnEntryOneUri() {
    profiles(Map.of("npa", AGENCY, "npa-sport", Map.of("provider", "NPA")));
    pipeline.send("npa", rss(URI));
    pipeline.send("npa-sport", rss(URI));
    assertThat(pipeline.items.readValue().getUri()).isEqualTo(URI);
    assertThat(pipeline.duplicates.readValue().getUri()).isEqualTo(URI);
  }

  @ParameterizedTest
  @ValueSource(strings = {"npa.example-17", "https://site.example/17"})
  void renamingAFeedChangesNoUri(String guid) {
    pipeline.send("blog", rss(guid));
    pipeline.send("the-blog", rss(guid));
    pipeline.send("a", ninjs(URI, "1", "Harbour opens"));
    pipeline.send("b", ninjs(URI, "1", "Harbour opened"));
    assertThat(pipeline.items.readValuesToList())
        .extracting(NewsItem::getUri)
        .hasSize(3) // the entry over the second feed repeats that over the first
        .endsWith(URI, URI);
    assertThat(pipeline.duplicates.readValuesToList()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"9223372036854775806", "99991231T235959Z", "253402300799000", "9999999999999"})
  void noVersionIsBeyondWhatComesAfterIt(String version) {
    pipeline.send("npa", ninjs(URI, version, "Harbour opens"));
    NewsItem item = pipeline.items.readValue();
    assertThat(item.getRevision()).isLessThanOrEqualTo(LATEST);
  }

  private void profiles(Map<String, Map<String, ?>> settings) {
    Map<String, FeedProfile> profiles = new HashMap<>();
    settings.forEach((feed, profile) -> profiles.put(feed, FeedProfile.of(feed, profile)));
    pipeline.profiles.know(profiles);
  }

  private static byte[] rss(String guid) {
    return """
    <rss version="2.0"><channel><title>Harbour blog</title><link>https://site.example/</link>
    <item><guid isPermaLink="false">%s</guid><link>https://site.example/17</link>
    <title>Ferry burns</title><pubDate>Thu, 12 Mar 2026 11:00:00 GMT</pubDate>
    <description>The ferry burned on Monday night, a reader says.</description></item></channel></rss>
    """
        .formatted(guid)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] ninjs(String uri, String version, String headline) {
    return """
    {"uri": "%s", "version": "%s", "type": "text", "language": "en",
     "versionCreated": "2026-03-12T11:00:00Z", "standard": {"name": "ninjs", "version": "3.1"},
     "headlines": [{"role": "main", "value": "%s"}],
     "bodies": [{"role": "main", "contentType": "text/plain",
                 "value": "The harbour opened on Monday after a year of work."}]}
    """
        .formatted(uri, version, headline)
        .getBytes(StandardCharsets.UTF_8);
  }
}
