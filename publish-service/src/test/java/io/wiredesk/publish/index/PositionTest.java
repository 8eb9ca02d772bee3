package io.wiredesk.publish.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PositionTest {

  @Test
  void isReadAsItWasWritten() {
    Position position = Position.start().with(2, 17).with(0, 3);
    assertThat(position).hasToString("3..17");
    Position read = Position.parse("3..17").orElseThrow();
    assertThat(read).hasToString("3..17");
    assertThat(read.covers(2, 17)).isTrue();
    assertThat(read.covers(2, 18)).isFalse();
    assertThat(read.covers(1, 0)).isFalse();
    assertThat(read.covers(5, 0)).isFalse();
  }

  @Test
  void neverGoesBack() {
    assertThat(Position.start().with(0, 5).with(0, 4)).hasToString("5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1,2", "-1", "1.2.x", "99999999999999999999"})
  void refusesWhatItDidNotWrite(String text) {
    assertThat(Position.parse(text)).isEmpty();
  }

  @Test
  void cursorIsReadAsItWasWritten() {
    Cursor cursor = new Cursor(Instant.ofEpochMilli(1_772_366_460_123L), "http://a.example/ä?b=1");
    assertThat(Cursor.parse(cursor.toString())).contains(cursor);
    assertThat(Cursor.parse("soon")).isEmpty();
    assertThat(Cursor.parse("12.%%")).isEmpty();
  }
}
