package io.wiredesk.ingest.urgent;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.Signal;
import io.wiredesk.schemas.Source;
import io.wiredesk.schemas.Transport;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OvertakingTest {

  @ParameterizedTest
  @CsvSource({"1, true", "2, true", "3, false", "5, false", ", false"})
  void urgencyOneAndTwoOvertake(Integer urgency, boolean overtakes) {
    NewsItem item = item("wire", "nitf");
    item.setUrgency(urgency);
    assertThat(Overtaking.isFor(item)).isEqualTo(overtakes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"alert", "Flash", " bulletin "})
  void alertsOvertakeByTheirProfile(String profile) {
    NewsItem item = item("wire", "ninjs");
    item.setProfile(profile);
    assertThat(Overtaking.isFor(item)).isTrue();
  }

  @Test
  void alertsOvertakeByWhatTheirTextSays() {
    NewsItem item = item("wire", "ninjs");
    item.setSignal(Signal.ALERT);
    assertThat(Overtaking.isFor(item)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"provider-service-sequence-day, iptc7901", "wire, email", "sha256, text"})
  void whoseIdentityHistoryMayChangeWaitsItsTurn(String rule, String format) {
    NewsItem item = item(rule, format);
    item.setText("x".repeat(200));
    item.setUrgency(1);
    assertThat(Overtaking.isFor(item)).isFalse();
    item.setPubStatus(PubStatus.CANCELED);
    item.setSignal(Signal.CANCEL);
    assertThat(Overtaking.isFor(item)).as("a kill by name").isFalse();
  }

  @Test
  void aTakeThatOnlyItsSlugTellsWaitsItsTurn() {
    NewsItem item = item("wire", "nitf");
    item.setUrgency(1);
    item.setSlugline("Harbour-Fire, 1st take");
    assertThat(Overtaking.isFor(item)).isFalse();
  }

  @Test
  void aTelexLinesFirstAlertOvertakesAndItsUpdateWaits() {
    NewsItem flash = item("provider-service-sequence-day", "iptc7901");
    flash.setText("x".repeat(199));
    flash.setUrgency(1);
    assertThat(Overtaking.isFor(flash)).isTrue();
    flash.setSignal(Signal.UPDATE);
    assertThat(Overtaking.isFor(flash)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Signal.class,
      names = {"TAKE", "ADD"})
  void partsOfAStoryWaitTheirTurn(Signal signal) {
    NewsItem item = item("wire", "nitf");
    item.setUrgency(1);
    item.setSignal(signal);
    assertThat(Overtaking.isFor(item)).isFalse();
  }

  @Test
  void aTakeBySlugOrHeadlineWaitsForItsStory() {
    NewsItem item = item("wire", "nitf");
    item.setUrgency(2);
    item.setSlugline("Danube-Barges, 2nd take");
    assertThat(Overtaking.isFor(item)).isFalse();
  }

  @Test
  void killsAndHoldsOvertakeWhateverTheirUrgency() {
    NewsItem kill = item("wire", "newsml-g2");
    kill.setPubStatus(PubStatus.CANCELED);
    NewsItem hold = item("wire", "newsml-g2");
    hold.setPubStatus(PubStatus.WITHHELD);
    assertThat(Overtaking.isFor(kill)).isTrue();
    assertThat(Overtaking.isFor(hold)).isTrue();
  }

  @Test
  void killsOvertakeThatNameTheirStoryByItsIdentifier() {
    NewsItem kill = item("provider-slug-day", "text");
    kill.setSignal(Signal.CANCEL);
    kill.setActsOn(List.of("urn:story"));
    assertThat(Overtaking.isFor(kill)).isTrue();
  }

  @Test
  void correctionsOfOtherItemsWaitTheirTurnSoThatTheyAreToldOnce() {
    NewsItem correction = item("wire", "ninjs");
    correction.setUrgency(1);
    correction.setSignal(Signal.CORRECTION);
    correction.setActsOn(List.of("urn:story"));
    assertThat(Overtaking.isFor(correction)).isFalse();
  }

  @Test
  void messagesToEditorsWaitTheirTurn() {
    NewsItem advisory = item("wire", "ninjs");
    advisory.setUrgency(1);
    advisory.setSignal(Signal.ADVISORY);
    assertThat(Overtaking.isFor(advisory)).isFalse();
  }

  @Test
  void testsNeverOvertake() {
    NewsItem kill = item("wire", "ninjs");
    kill.setPubStatus(PubStatus.CANCELED);
    kill.setProfile("test");
    NewsItem flash = item("wire", "ninjs");
    flash.setUrgency(1);
    flash.setSignal(Signal.TEST);
    assertThat(Overtaking.isFor(kill)).isFalse();
    assertThat(Overtaking.isFor(flash)).isFalse();
  }

  private static NewsItem item(String identityRule, String format) {
    return NewsItem.newBuilder()
        .setUri("urn:x")
        .setRevision(1)
        .setVersionCreated(Instant.EPOCH)
        .setSource(
            Source.newBuilder()
                .setFeed("a")
                .setTransport(Transport.OTHER)
                .setFormat(format)
                .setReceivedAt(Instant.EPOCH)
                .setSha256("")
                .setIdentityRule(identityRule)
                .build())
        .build();
  }
}
