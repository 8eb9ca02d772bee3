package io.wiredesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsTest {

  @Test
  void fewOfKafkasMetersAreServedUnlessAllAreWanted() {
    assertThat(withKafkas("few"))
        .contains("kafka_consumer_fetch_manager_records_lag{")
        .doesNotContain("kafka_consumer_fetch_manager_fetch_size_avg");
    assertThat(withKafkas("all")).contains("kafka_consumer_fetch_manager_fetch_size_avg{");
  }

  @Test
  void noTopicIsToldTwiceByItsOldSpelling() {
    assertThat(withKafkas("all")).contains("topic=\"news.raw\"").doesNotContain("news_raw");
  }

  @Test
  void everyTimerOfOursIsAHistogram() {
    try (Metrics metrics = new Metrics("test")) {
      metrics.registry().timer("wiredesk.some.work").record(Duration.ofMillis(30));
      assertThat(metrics.scrape())
          .contains("wiredesk_some_work_seconds_bucket{service=\"test\",le=\"0.025\"} 0")
          .contains("wiredesk_some_work_seconds_bucket{service=\"test\",le=\"0.05\"} 1");
    }
  }

  @Test
  void deadLettersHaveOneNameAndAreThereAtZero() {
    try (Metrics metrics = new Metrics("test")) {
      metrics.expectDeadLetters("", PoisonHandler.REASONS);
      metrics.deadLetters("reuters", "MALFORMED").increment();
      String scrape = metrics.scrape();
      for (String reason : List.of("NO_KEY", "NO_VALUE", "UNREADABLE_RECORD", "TOO_LARGE")) {
        assertThat(scrape)
            .contains(
                "wiredesk_dead_letters_total{feed=\"\",reason=\""
                    + reason
                    + "\",service=\"test\"} 0.0");
      }
      assertThat(scrape).contains("feed=\"reuters\",reason=\"MALFORMED\",service=\"test\"} 1.0");
    }
  }

  @Test
  void theProcessorIsAmongThem() {
    try (Metrics metrics = new Metrics("test")) {
      assertThat(metrics.scrape())
          .contains("process_cpu_usage{")
          .contains("wiredesk_process_cpu_seconds_total{");
    }
  }

  private static String withKafkas(String word) {
    Settings settings =
        Settings.load(
            CommonSettings.define("test", 0),
            "test",
            Map.of(CommonSettings.KAFKA_METRICS, word),
            Map.of());
    try (Metrics metrics = Metrics.of("test", settings)) {
      for (String topic : List.of("news.raw", "news_raw")) {
        for (String name : List.of("records.lag", "fetch.size.avg")) {
          metrics
              .registry()
              .gauge(
                  "kafka.consumer.fetch.manager." + name,
                  List.of(io.micrometer.core.instrument.Tag.of("topic", topic)),
                  1);
        }
      }
      return metrics.scrape();
    }
  }
}
