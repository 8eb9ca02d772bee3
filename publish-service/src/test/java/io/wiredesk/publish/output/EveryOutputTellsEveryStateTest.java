package io.wiredesk.publish.output;

import static io.wiredesk.publish.NewsItems.COPY;
import static io.wiredesk.publish.NewsItems.NOON;
import static io.wiredesk.publish.NewsItems.PRIVATE;
import static io.wiredesk.publish.NewsItems.URI;
import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.publish.NewsItems;
import io.wiredesk.publish.Published;
import io.wiredesk.publish.gate.PublicView;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.TakenBack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Promise: no output shows anything of an item that is embargoed, withheld, killed or gone from a
 * desk, but the headline that was last public where it may still be said. Every output meets every
 * state; a new output without its row below fails.
 */
class EveryOutputTellsEveryStateTest {

  private static final Links LINKS = new Links("http://localhost:21280");
  private static final Instant LATER = NOON.plus(Duration.ofDays(1));

  /** What each output says of an item that is public, and of one that is killed. */
  private static final Map<String, Row> ROWS =
      Map.of(
          "ninjs", new Row("\"pubStatus\":\"usable\"", "\"pubStatus\":\"canceled\""),
          "atom", new Row("<entry", "<at:deleted-entry"),
          "json", new Row("\"content_html\"", "\"state\":\"CANCELED\""),
          "g2", new Row("stat:usable", "stat:canceled"));

  record Row(String published, String killed) {}

  static Stream<Arguments> outputsAndStates() {
    return Outputs.all().stream()
        .flatMap(o -> Stream.of(PublicState.values()).map(s -> Arguments.of(o.extension(), s)));
  }

  @Test
  void everyOutputHasItsRow() {
    assertThat(Outputs.all())
        .extracting(OutputFormat::extension)
        .containsExactlyInAnyOrderElementsOf(ROWS.keySet());
  }

  @ParameterizedTest
  @MethodSource("outputsAndStates")
  void copyIsInPublishedStatesAlone(String extension, PublicState state) {
    OutputFormat output = Outputs.of(extension).orElseThrow();
    PublishedItem record = record(state);
    for (String text : texts(output, record)) {
      if (state == PublicState.PUBLISHED) {
        assertThat(text).contains(COPY).contains(ROWS.get(extension).published());
      } else {
        assertThat(text).doesNotContain(COPY).contains("Because.");
      }
      assertThat(text).doesNotContain(PRIVATE);
      assertThat(text).contains(URI);
    }
    if (state == PublicState.CANCELED) {
      assertThat(texts(output, record))
          .allSatisfy(text -> assertThat(text).contains(ROWS.get(extension).killed()));
    }
  }

  @ParameterizedTest
  @MethodSource("outputsAndStates")
  void aNoticeSaysTheLastPublicHeadlineAndNothingElse(String extension, PublicState state) {
    if (state == PublicState.PUBLISHED) {
      return;
    }
    PublishedItem record = record(state);
    record.setTakenBack(
        TakenBack.newBuilder().setHeadline(COPY + " sinks").setSections(List.of()).build());
    OutputFormat output = Outputs.of(extension).orElseThrow();
    for (String text : texts(output, record)) {
      assertThat(StringUtils.countMatches(text, COPY)).isLessThanOrEqualTo(2);
      assertThat(text.replace(COPY + " sinks", "")).doesNotContain(COPY);
    }
  }

  @Test
  void anEmbargoThatLastsByOurClockIsNoView() {
    PublishedItem record = record(PublicState.PUBLISHED);
    record.getItem().setEmbargoedUntil(LATER);
    assertThat(PublicView.of(record, LATER.minusMillis(1))).isEmpty();
    assertThat(PublicView.of(record, LATER)).isPresent();
  }

  @Test
  void copyThatARecordOfAKillHoldsByMistakeStaysInside() {
    PublishedItem record = record(PublicState.PUBLISHED);
    record.setState(PublicState.CANCELED);
    for (OutputFormat output : Outputs.all()) {
      assertThat(texts(output, record)).allSatisfy(text -> assertThat(text).doesNotContain(COPY));
    }
  }

  @Test
  void aLaterStateIsToldAsLater() {
    PublishedItem second = Published.story(URI, 5);
    second.setSequence(3);
    for (OutputFormat output : Outputs.all()) {
      assertThat(texts(output, second)).allSatisfy(text -> assertThat(text).contains(COPY));
    }
    String atom = Outputs.of("atom").orElseThrow().item(view(second), LINKS);
    assertThat(atom).contains("<updated>2026-03-01T12:05:00Z</updated>");
    String g2 = Outputs.of("g2").orElseThrow().item(view(second), LINKS);
    assertThat(g2).contains("version=\"3\"");
  }

  private static List<String> texts(OutputFormat output, PublishedItem record) {
    PublicView view = view(record);
    OutputList list =
        new OutputList("urn:wiredesk:desk:all", "All", "/desks/all", null, List.of(view));
    return List.of(output.item(view, LINKS), output.list(list, LINKS));
  }

  private static PublicView view(PublishedItem record) {
    return PublicView.of(record, LATER).orElseThrow();
  }

  private static PublishedItem record(PublicState state) {
    return state == PublicState.PUBLISHED
        ? Published.story(NewsItems.URI, 1)
        : Published.takenBack(NewsItems.URI, state, 2);
  }
}
