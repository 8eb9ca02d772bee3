package io.wiredesk.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AsciiRunTest {

  @Property
  void endsAtTheFirstByteThatIsNoneOrNul(
      @ForAll @Size(max = 40) byte[] bytes, @ForAll @IntRange(max = 40) int start) {
    int from = Math.min(start, bytes.length);
    int end = from;
    while (end < bytes.length && bytes[end] > 0) {
      end++;
    }
    assertThat(AsciiRun.end(bytes, from)).isEqualTo(end);
  }

  @Example
  void stepsOverLongRuns() {
    byte[] bytes =
        ("a".repeat(37) + "\u00e9" + "b".repeat(20) + "\0c").getBytes(StandardCharsets.UTF_8);
    assertThat(AsciiRun.end(bytes, 0)).isEqualTo(37);
    assertThat(AsciiRun.end(bytes, 39)).isEqualTo(59);
    assertThat(AsciiRun.end(bytes, 60)).isEqualTo(bytes.length);
  }
}
