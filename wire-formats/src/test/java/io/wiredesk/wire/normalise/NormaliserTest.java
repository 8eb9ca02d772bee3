package io.wiredesk.wire.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.BlockType;
import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.Creator;
import io.wiredesk.schemas.EditorNote;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.Signal;
import io.wiredesk.schemas.Transport;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireFormat;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.profile.FeedProfile;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormaliserTest {

  private static final Instant CREATED = Instant.parse("2026-05-04T10:15:00Z");
  private static final Instant RECEIVED = Instant.parse("2026-05-04T10:16:00Z");
  private final Normaliser normaliser = new Normaliser();

  @Test
  void settlesAnOrdinaryStory() {
    NewsItem item = normalise(story().set(Field.VERSION, "2", "t").set(Field.LANGUAGE, "eng", "t"));
    assertThat(item.getUri()).isEqualTo("urn:newsml:npa.example.org:20260504:storm");
    assertThat(item.getVersion()).isEqualTo("2");
    assertThat(item.getRevision()).isEqualTo(2_000);
    assertThat(item.getSignal()).isEqualTo(Signal.UPDATE);
    assertThat(item.getPubStatus()).isEqualTo(PubStatus.USABLE);
    assertThat(item.getEmbargoedUntil()).isNull();
    assertThat(item.getLanguage()).isEqualTo("en");
    assertThat(item.getText()).isEqualTo("A storm hit Osterhavn on Monday, police said.");
    assertThat(item.getSource().getIdentityRule()).isEqualTo("wire");
    assertThat(item.getSource().getRepairs()).isEmpty();
    assertThat(item.getTrail()).isEmpty();
  }

  @Test
  void readsTheSameItemTheSameWay() {
    assertThat(normalise(story())).isEqualTo(normalise(story()));
  }

  @Test
  void aKillInTheHeadlineStandsAgainstAStatusThatSaysUsable() {
    WireItem wire = story().headline("main", "KILL: Storm hits Osterhavn");
    wire.headlines.remove(0);
    wire.pubStatus(PubStatus.USABLE, "t").signal(Signal.UPDATE, "t");
    wire.actsOn.add("urn:newsml:npa.example.org:20260504:storm-1");
    NewsItem item = normalise(wire);
    assertThat(item.getPubStatus()).isEqualTo(PubStatus.CANCELED);
    assertThat(item.getSignal()).isEqualTo(Signal.CANCEL);
    assertThat(item.getActsOn()).containsExactly("urn:newsml:npa.example.org:20260504:storm-1");
    assertThat(item.getExtras().get(Normaliser.SIGNAL_EXTRA)).contains("KILL: Storm");
  }

  @Test
  void textNeverMakesUsableWhatTheStructureTookBack() {
    WireItem wire = story().headline("main", "CORRECTED-Storm hits Osterhavn");
    wire.pubStatus(PubStatus.CANCELED, "t");
    assertThat(normalise(wire).getPubStatus()).isEqualTo(PubStatus.CANCELED);
  }

  @Test
  void structureSaysWhatTheRevisionIs() {
    WireItem wire = story().signal(Signal.CORRECTION, "t");
    wire.edNotes.add(new EditorNote(null, "UPDATES with death toll", true));
    assertThat(normalise(wire).getSignal()).isEqualTo(Signal.CORRECTION);
  }

  @Test
  void anEmbargoOfTheStructureCounts() {
    Instant end = Instant.parse("2026-05-05T00:01:00Z");
    WireItem wire = story().time(Field.EMBARGOED_UNTIL, end, "t");
    wire.edNotes.add(new EditorNote(null, "EMBARGOED", true));
    NewsItem item = normalise(wire);
    assertThat(item.getEmbargoedUntil()).isEqualTo(end);
    assertThat(item.getPubStatus()).isEqualTo(PubStatus.USABLE);
  }

  @Test
  void anEmbargoInTheTextCounts() {
    WireItem wire = story();
    wire.edNotes.add(new EditorNote(null, "EMBARGOED UNTIL 00:01 GMT Tuesday 5 May", true));
    assertThat(normalise(wire).getEmbargoedUntil()).isEqualTo("2026-05-05T00:01:00Z");
  }

  @Test
  void anEmbargoWhoseEndCannotBeReadWithholds() {
    WireItem wire = story();
    wire.edNotes.add(new EditorNote(null, "Embargoed until the minister speaks", true));
    NewsItem item = normalise(wire);
    assertThat(item.getPubStatus()).isEqualTo(PubStatus.WITHHELD);
    assertThat(item.getSource().getRepairs()).singleElement().asString().contains("withheld");
  }

  @Test
  void aLiftedEmbargoIsNone() {
    WireItem wire = story();
    wire.edNotes.add(new EditorNote(null, "EMBARGO LIFTED", true));
    NewsItem item = normalise(wire);
    assertThat(item.getPubStatus()).isEqualTo(PubStatus.USABLE);
    assertThat(item.getSignal()).isEqualTo(Signal.RELEASE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ansprechpartner: Jane Doe",
        "Call Jane Doe on +49 30 123456",
        "Jane Doe, 555-123-4567",
        "Tel. 030/123456",
        "jane.doe@npa.example.org",
        "Redaktion: Jane Doe",
        "(030) 1234-567"
      })
  void contactsAreNotPublic(String note) {
    WireItem wire = story();
    wire.edNotes.add(new EditorNote(null, note, true));
    assertThat(normalise(wire).getEdNotes()).singleElement().matches(n -> !n.getIsPublic());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Adds reaction from opposition",
        "Moved at 2026-05-04 10:15:00",
        "Replaces 0123 of 04.05.2026",
        "With 3 pictures, 12 300 people",
        "Embargoed until 00:01 GMT 5 May 2026"
      })
  void otherNotesStayPublic(String note) {
    WireItem wire = story();
    wire.edNotes.add(new EditorNote(null, note, true));
    assertThat(normalise(wire).getEdNotes()).singleElement().matches(EditorNote::getIsPublic);
  }

  @Test
  void aMissingDateIsFilledAndSaidSo() {
    NewsItem item = normalise(new WireItem().headline("main", "Storm").text("Copy.", null, "t"));
    assertThat(item.getVersionCreated()).isEqualTo(RECEIVED);
    assertThat(item.getSource().getRepairs())
        .containsExactly("The wire has no date: the time of receipt was taken.");
    NewsItem dated = normalise(new WireItem().time(Field.CONTENT_CREATED, CREATED, "t"));
    assertThat(dated.getVersionCreated()).isEqualTo(CREATED);
    assertThat(dated.getSource().getRepairs()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "TEST - PLEASE IGNORE, test, TEST",
    "ADVISORY TO EDITORS: summit, advisory, ADVISORY",
    "EILMELDUNG: Erdbeben, alert, ALERT"
  })
  void marksWhatIsNoStory(String headline, String profile, Signal signal) {
    WireItem wire = story();
    wire.headlines.clear();
    NewsItem item = normalise(wire.headline("main", headline));
    assertThat(item.getProfile()).isEqualTo(profile);
    assertThat(item.getSignal()).isEqualTo(signal);
  }

  @Test
  void versionWordsOfASlugCountWhereTheFormatHasNoVersion() {
    WireItem wire = story().set(Field.SLUGLINE, "BC-Storm, 2nd Ld-Writethru", "t");
    NewsItem item = normalise(wire);
    assertThat(item.getVersion()).isEqualTo("3");
    assertThat(item.getSignal()).isEqualTo(Signal.WRITETHRU);
    assertThat(item.getRevision()).isEqualTo(CREATED.toEpochMilli() + 3);
  }

  @Test
  void aCaptionStandsInForAMissingBody() {
    NewsItem item =
        normalise(
            new WireItem()
                .set(Field.TYPE, "picture", "t")
                .description("caption", "The lock at dawn."));
    assertThat(item.getText()).isEqualTo("The lock at dawn.");
    assertThat(item.getBodies()).isEmpty();
    assertThat(item.getBlocks()).singleElement().matches(b -> b.getType() == BlockType.CAPTION);
  }

  @Test
  void theFeedSpeaksWhereTheItemIsSilent() {
    FeedProfile profile = FeedProfile.of("npa-main", Map.of("provider", "NPA", "language", "da"));
    NewsItem item =
        normaliser.normalise(new WireItem().set(Field.URI, "4711", "t"), source(profile));
    assertThat(item.getLanguage()).isEqualTo("da");
    assertThat(item.getSource().getProvider()).isEqualTo("NPA");
    assertThat(item.getUri()).isEqualTo("urn:wiredesk:item:npa:4711");
  }

  @Test
  void aFirstVersionIsAsOldAsItselfWhereItsFormatSaysNoMore() {
    assertThat(normalise(story()).getFirstCreated()).isEqualTo(CREATED);
    assertThat(normalise(story().set(Field.VERSION, "2", "t")).getFirstCreated()).isNull();
    assertThat(normalise(story().signal(Signal.UPDATE, "t")).getFirstCreated()).isNull();
    assertThat(normalise(new WireItem().headline("main", "Undated")).getFirstCreated()).isNull();
  }

  @Test
  void theProviderIsAmongTheSourcesOnce() {
    NewsItem item = normalise(story().set(Field.PROVIDER, "NPA", "t"));
    assertThat(item.getInfoSources())
        .singleElement()
        .matches(each -> "NPA".equals(each.getName()) && "provider".equals(each.getRel()));
    WireItem named = story().set(Field.PROVIDER, "NPA", "t");
    named.infoSources.add(item.getInfoSources().get(0));
    assertThat(normalise(named).getInfoSources()).hasSize(1);
    WireItem coded = story().set(Field.PROVIDER, "NPA", "t");
    coded.infoSources.add(
        new Concept(null, null, "nprov:NPA", "provider", Creator.WIRE, null, null));
    assertThat(normalise(coded).getInfoSources())
        .singleElement()
        .matches(each -> "NPA".equals(each.getName()) && "nprov:NPA".equals(each.getLiteral()));
  }

  private NewsItem normalise(WireItem wire) {
    return normaliser.normalise(wire, source(FeedProfile.standard("npa")));
  }

  private static SourceInfo source(FeedProfile profile) {
    return new SourceInfo(
        profile, WireFormat.NITF, Transport.FILE, null, RECEIVED, "abc", "", -1, -1, 0);
  }

  private static WireItem story() {
    return new WireItem()
        .set(Field.URI, "urn:newsml:npa.example.org:20260504:storm", "t")
        .time(Field.VERSION_CREATED, CREATED, "t")
        .headline("main", "Storm hits Osterhavn")
        .text("A storm hit Osterhavn on Monday, police said.", null, "t");
  }
}
