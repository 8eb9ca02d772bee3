package io.wiredesk.ingest.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.AltId;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.Signal;
import io.wiredesk.schemas.Source;
import io.wiredesk.schemas.TextValue;
import io.wiredesk.schemas.Transport;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReferencesTest {

  private static final Instant MORNING = Instant.parse("2026-03-12T08:00:00Z");

  private final References references = new References();
  private final Map<String, Set<String>> sent = new HashMap<>();
  private final SentBefore before = name -> sent.getOrDefault(name, Set.of());

  @Test
  void aKillFindsItsStoryBySequenceNumber() {
    send(story("urn:a", "Ferry sinks off the coast", "ferry", "a0183"));
    send(story("urn:b", "Markets rise for a third day", "markets", "a0184"));
    NewsItem kill = notice(Signal.CANCEL, "urn:k", "KILL a0183 FERRY", "other-slug", "a0190");
    assertThat(resolved(kill).getActsOn()).containsExactly("urn:a");
  }

  @Test
  void aKillFindsItsStoryByHeadlineBehindTheMark() {
    send(story("urn:a", "Ferry sinks off the coast", null, null));
    NewsItem kill = notice(Signal.CANCEL, "urn:k", "KILL: Ferry sinks off the coast", null, null);
    assertThat(resolved(kill).getActsOn()).containsExactly("urn:a");
  }

  @Test
  void aKillFindsItsStoryBySlugOfThatDayOrTheTwoBefore() {
    send(story("urn:a", "Ferry sinks off the coast", "AS--Ferry", null));
    NewsItem kill = notice(Signal.CANCEL, "urn:k", "Kill this story at once", "as-ferry", null);
    kill.setVersionCreated(MORNING.plusSeconds(2 * 86_400));
    assertThat(resolved(kill).getActsOn()).containsExactly("urn:a");
    kill.setVersionCreated(MORNING.plusSeconds(3 * 86_400));
    assertThat(references.resolve(kill, before)).isInstanceOf(References.Unresolved.class);
  }

  @Test
  void anAmbiguousKillIsShownToSomebodyWithAllItMayMean() {
    send(story("urn:a", "Ferry sinks off the coast", "ferry", null));
    send(story("urn:b", "Owner of ferry arrested today", "ferry", null));
    NewsItem kill = notice(Signal.CANCEL, "urn:k", "Kill this story at once", "ferry", null);
    assertThat(references.resolve(kill, before))
        .isInstanceOfSatisfying(
            References.Unresolved.class,
            unresolved -> assertThat(unresolved.message()).contains("urn:a").contains("urn:b"));
  }

  @Test
  void aKillThatNamesNothingKnownIsNeverAStory() {
    NewsItem kill = notice(Signal.CANCEL, "urn:k", "Kill this story at once", "unheard", null);
    assertThat(references.resolve(kill, before)).isInstanceOf(References.Unresolved.class);
  }

  @Test
  void aKillThatIsARevisionOfItsItemNeedsNoName() {
    send(story("urn:a", "Ferry sinks off the coast", "ferry", null));
    NewsItem kill = notice(Signal.CANCEL, "urn:a", "Kill", "ferry", null);
    assertThat(resolved(kill).getActsOn()).isEmpty();
  }

  @Test
  void aKillOfANewsItemReachesEveryLanguageOfIt() {
    send(edition("urn:n:1", "nl", "Haven van Ferrol gebaggerd"));
    send(edition("urn:n:1", "fr", "Le port de Ferrol est drague"));
    send(edition("urn:n:2", "fr", "Le maire demissionne a Ferrol"));
    NewsItem kill = notice(Signal.CANCEL, "urn:n:1", "Kill", null, null);
    assertThat(resolved(kill).getActsOn()).containsExactlyInAnyOrder("urn:n:1:nl", "urn:n:1:fr");
  }

  private static NewsItem edition(String newsItem, String language, String headline) {
    NewsItem story = story(newsItem + ":" + language, headline, null, null);
    story.setAltIds(List.of(new AltId("edition", newsItem)));
    return story;
  }

  @Test
  void anIdentifierOfTheProviderBecomesTheUriItStandsFor() {
    NewsItem story = story("urn:wiredesk:item:x:W77", "Ferry sinks off the coast", null, "W77");
    send(story);
    NewsItem kill = notice(Signal.CANCEL, "urn:k", "Kill", null, null);
    kill.setActsOn(List.of("W77"));
    assertThat(resolved(kill).getActsOn()).containsExactly("urn:wiredesk:item:x:W77");
  }

  @Test
  void aKillOfAnIdentifierThatIsNotKnownHereIsUnresolvedAndStillNamesIt() {
    NewsItem kill = notice(Signal.CANCEL, "urn:k", "Kill", null, null);
    kill.setActsOn(List.of("urn:elsewhere"));
    assertThat(references.resolve(kill, before))
        .isInstanceOfSatisfying(
            References.Unresolved.class,
            unresolved -> {
              assertThat(unresolved.item().getActsOn()).containsExactly("urn:elsewhere");
              assertThat(unresolved.unseen()).contains("id:urn:elsewhere");
            });
  }

  @Test
  void anUpdateWithoutIdentityOfItsOwnContinuesItsStory() {
    send(story("urn:a", "Quake hits Argentina in the night", "Argentina/quake", "atl0042"));
    NewsItem update =
        notice(Signal.UPDATE, "urn:derived", "Toll rises to 26", "Argentina/quake", "atl0051");
    NewsItem chained = resolved(update);
    assertThat(chained.getUri()).isEqualTo("urn:a");
    assertThat(chained.getAltIds()).extracting(AltId::getValue).contains("urn:derived");
    assertThat(chained.getSource().getIdentityRule()).endsWith("+continues-by-name");
  }

  @Test
  void anUpdateWithTheWiresOwnIdentityStaysWhatItIs() {
    send(story("urn:a", "Quake hits Argentina in the night", "Argentina/quake", null));
    NewsItem update = notice(Signal.UPDATE, "urn:own", "Toll rises to 26", "Argentina/quake", null);
    update.getSource().setIdentityRule("wire");
    assertThat(resolved(update).getUri()).isEqualTo("urn:own");
  }

  @Test
  void anAmbiguousUpdateStartsAStoryOfItsOwn() {
    send(story("urn:a", "Quake hits Argentina in the night", "quake", null));
    send(story("urn:b", "Chile feels the quake as well", "quake", null));
    assertThat(resolved(notice(Signal.UPDATE, "urn:c", "Toll rises", "quake", null)).getUri())
        .isEqualTo("urn:c");
  }

  @Test
  void aStoryIsNeverTakenForAnotherOfItsSlug() {
    send(story("urn:a", "Quake hits Argentina in the night", "quake", null));
    assertThat(resolved(story("urn:b", "Aid flights leave for Argentina", "quake", null)).getUri())
        .isEqualTo("urn:b");
  }

  private NewsItem resolved(NewsItem item) {
    References.Result result = references.resolve(item, before);
    assertThat(result).isInstanceOf(References.Resolved.class);
    return ((References.Resolved) result).item();
  }

  private void send(NewsItem item) {
    references
        .names(item)
        .forEach(name -> sent.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(item.getUri()));
  }

  private static NewsItem story(String uri, String headline, String slug, String number) {
    return notice(Signal.NEW, uri, headline, slug, number);
  }

  private static NewsItem notice(
      Signal signal, String uri, String headline, String slug, String number) {
    return NewsItem.newBuilder()
        .setUri(uri)
        .setRevision(1)
        .setSignal(signal)
        .setVersionCreated(MORNING)
        .setHeadlines(List.of(new TextValue("main", null, headline)))
        .setSlugline(slug)
        .setAltIds(number == null ? List.of() : List.of(new AltId("provider-sequence", number)))
        .setSource(
            Source.newBuilder()
                .setFeed("f")
                .setTransport(Transport.FILE)
                .setFormat("iptc7901")
                .setReceivedAt(MORNING)
                .setSha256("")
                .setIdentityRule("provider-service-sequence-day")
                .build())
        .build();
  }
}
