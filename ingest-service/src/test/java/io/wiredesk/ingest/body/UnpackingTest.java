package io.wiredesk.ingest.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.http.HttpResponseException;
import io.wiredesk.registry.door.ByteBudget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackingTest {

  private static final int LIMIT = 100_000;
  private final ByteBudget budget = new ByteBudget(2 * LIMIT);

  @Test
  void gzipIsUnpackedAndAnythingElseLeftAsItIs() throws IOException {
    byte[] copy = "A story from Oslo.".getBytes(StandardCharsets.UTF_8);
    assertThat(unpacked("gzip", gzip(copy))).isEqualTo(copy);
    assertThat(unpacked("X-GZip ", gzip(copy))).isEqualTo(copy);
    assertThat(unpacked(null, gzip(copy))).isEqualTo(gzip(copy));
    assertThat(unpacked("identity", copy)).isEqualTo(copy);
    byte[] longest = new byte[LIMIT];
    assertThat(unpacked("gzip", gzip(longest))).isEqualTo(longest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "deflate", "zstd", "gzip, gzip", "compress", "nonsense"})
  void otherEncodingsAreRefusedBeforeTheBodyIsRead(String encoding) {
    assertThatThrownBy(() -> Unpacking.require(encoding))
        .isInstanceOfSatisfying(
            HttpResponseException.class, e -> assertThat(e.getStatus()).isEqualTo(415));
  }

  @Test
  void encodingsThatAreUnpackedPass() {
    for (String encoding : Arrays.asList(null, "", "identity", "gzip", "GZIP")) {
      assertThatCode(() -> Unpacking.require(encoding)).doesNotThrowAnyException();
    }
  }

  @Test
  void aBombEndsAtTheLimitOfAnItem() throws IOException {
    byte[] bomb = gzip(new byte[50_000_000]);
    assertThat(bomb).hasSizeLessThan(LIMIT);
    long before = allocated();
    assertStatus(413, bomb);
    assertThat(allocated() - before).isLessThan(10L * LIMIT);
    assertThat(budget.left()).isEqualTo(2 * LIMIT);
  }

  @Test
  void whatIsNoGzipOrBreaksOffIsRefused() throws IOException {
    assertStatus(400, "no gzip".getBytes(StandardCharsets.UTF_8));
    byte[] whole = gzip(new byte[5000]);
    for (int length = 1; length < whole.length; length++) {
      assertStatus(400, Arrays.copyOf(whole, length));
    }
  }

  @Test
  void unpackedBytesCountOnTheBudgetUntilTheyAreUsed() throws IOException {
    byte[] packed = gzip(new byte[LIMIT]);
    Unpacking.unpack(
        "gzip",
        packed,
        LIMIT,
        budget,
        body -> {
          assertThat(budget.left()).isLessThanOrEqualTo(LIMIT);
          Unpacking.unpack("gzip", packed, LIMIT, budget, second -> assertStatus(429, packed));
        });
    assertThat(budget.left()).isEqualTo(2 * LIMIT);
  }

  private byte[] unpacked(String encoding, byte[] body) {
    AtomicReference<byte[]> got = new AtomicReference<>();
    Unpacking.unpack(encoding, body, LIMIT, budget, got::set);
    return got.get();
  }

  private void assertStatus(int status, byte[] body) {
    assertThatThrownBy(() -> unpacked("gzip", body))
        .isInstanceOfSatisfying(
            HttpResponseException.class, e -> assertThat(e.getStatus()).isEqualTo(status));
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean)
            java.lang.management.ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
