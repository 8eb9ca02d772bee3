package io.wiredesk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.Stage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private final DeadLetters letters =
      new DeadLetters(Stage.PARSE, Clock.fixed(NOW, ZoneOffset.UTC), "1.0");

  @Test
  void keepsBytesReasonAndOrigin() {
    byte[] bytes = "broken".getBytes(StandardCharsets.UTF_8);
    DeadLetter letter =
        letters.of("MALFORMED", "line 1", new DeadLetters.Origin("news.raw", 2, 7), bytes);
    assertThat(letter.getPayload().array()).isEqualTo(bytes);
    assertThat(letter.getTruncated()).isFalse();
    assertThat(letter.getSize()).isEqualTo(6);
    assertThat(letter.getOriginOffset()).isEqualTo(7);
    assertThat(letter.getFailedAt()).isEqualTo(NOW);
    assertThat(letter.getSha256()).isEqualTo(DeadLetters.sha256(bytes)).hasSize(64);
  }

  @Test
  void cutsWhatNoTopicTakesAndSaysSo() {
    byte[] bytes = new byte[DeadLetters.PAYLOAD_LIMIT + 5];
    DeadLetter letter = letters.of("TOO_LARGE", "big", DeadLetters.Origin.NONE, bytes);
    assertThat(letter.getPayload().remaining()).isEqualTo(DeadLetters.PAYLOAD_LIMIT);
    assertThat(letter.getTruncated()).isTrue();
    assertThat(letter.getSize()).isEqualTo(bytes.length);
  }
}
