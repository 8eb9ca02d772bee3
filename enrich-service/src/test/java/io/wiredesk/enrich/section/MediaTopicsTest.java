package io.wiredesk.enrich.section;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTopicsTest {
  private final MediaTopics topics = MediaTopics.load();

  @Test
  void hasAllSeventeenTopLevelTopics() {
    assertThat(topics.all().stream().filter(MediaTopic::isTopLevel)).hasSize(17);
  }

  @Test
  void servesEveryHouseSection() {
    assertThat(topics.sections())
        .containsExactlyInAnyOrder(
            "world",
            "politics",
            "business",
            "sport",
            "technology",
            "science",
            "health",
            "culture",
            "environment",
            "crime",
            "disaster",
            "weather",
            "education",
            "religion",
            "labour",
            "lifestyle",
            "society",
            "conflict");
  }

  @Test
  void saysOfEachTopicWhatItsCopyReadsLike() {
    assertThat(topics.all())
        .allSatisfy(
            topic -> {
              assertThat(topic.code()).matches("[0-9]{8}");
              assertThat(topic.examples()).isNotEmpty().doesNotContain("");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "20001065,20001065",
    "20001085,15000000",
    "20000062,16000000",
    "20000379,04000000",
    "20000602,11000000",
    "20001338,05000000",
    "04000000,04000000"
  })
  void findsTheTopicOrTheTopLevelAboveIt(String code, String found) {
    assertThat(topics.find(code)).map(MediaTopic::code).contains(found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "20009999", "99000000", "sport", "2000106", "200010650", "-2000106"})
  void findsNothingForWhatIsNoMediaTopic(String code) {
    assertThat(topics.find(code)).isEmpty();
  }
}
