package io.wiredesk.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.wiredesk.ingest.feed.FeedProfile;
import io.wiredesk.ingest.reading.AllFormats;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/**
 * No damage to a wire file makes a parser throw, hang or give nothing at all. The number of damaged
 * files is set by {@code -Djqwik.tries.default=…}.
 */
class MutatedWiresTest {

  /** Far above what is needed, as test machines are slow; quadratic time would still exceed it. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final WireParsers PARSERS = AllFormats.parsers();
  private static final List<byte[]> SAMPLES = samples();
  private static final String[] POISON = {
    "<",
    ">",
    "&#0;",
    "]]>",
    "{",
    "[",
    "\"",
    "\\u12",
    "\u0001",
    "\u0002",
    "\u0003",
    "\u0004",
    "ZCZC ",
    "\nNNNN\n",
    "\r\n\r\n",
    "--b1\r\n",
    "Content-Type: multipart/mixed; boundary=x\r\n",
    "^",
    "\b",
    "=",
    "\uffff",
    "99999999999999999999",
    "-1",
    "null",
    "<item>",
    "<![CDATA["
  };

  @Property(shrinking = ShrinkingMode.OFF)
  void damagedWireIsAValueNeverAnException(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] damaged = SAMPLES.get(random.nextInt(SAMPLES.size()));
    int times = 1 + random.nextInt(4);
    for (int i = 0; i < times; i++) {
      damaged = damage(damaged, random);
    }
    Parsed parsed = parse(damaged);
    assertThat(parsed).isInstanceOfAny(Parsed.Accepted.class, Parsed.Rejected.class);
  }

  @Test
  void deepNestingIsRefusedOrReadInBoundedTime() {
    for (String opening :
        new String[] {"[", "{\"a\":", "<div>", "<item>", "<rss><item>", "<p><table>", "> ", "=?"}) {
      byte[] deep = opening.repeat(50_000).getBytes(StandardCharsets.UTF_8);
      long before = System.nanoTime();
      assertThatCode(() -> parse(deep)).doesNotThrowAnyException();
      assertThat(Duration.ofNanos(System.nanoTime() - before)).as(opening).isLessThan(LIMIT);
    }
  }

  @Test
  void longLinesAndManyLinesTakeBoundedTime() {
    for (String piece :
        new String[] {
          "a",
          " ",
          "\n",
          "A ",
          "By X\n",
          "^A\n",
          "1 2 3\n",
          "- x\n",
          "From: x\n",
          "\t",
          "x;y;z\n",
          "(AP) - ",
          "KILL ",
          "ZCZC A1\nNNNN\n",
          "é",
          "=20",
          "A-",
          "A/",
          "\u0002",
          "1.0  a  b\n"
        }) {
      byte[] large = piece.repeat(60_000 / piece.length()).getBytes(StandardCharsets.UTF_8);
      for (String head :
          new String[] {
            "", "wex0001 3 i 20 wex\n\n", "\u0001W0101\u001fwex\nr i BC-A-B 03-12 0001\n\u0002",
            "Subject: x\nFrom: a@b.c\n\n", "<html><body>", "<rss><channel><item><title>"
          }) {
        byte[] bytes = concat(head.getBytes(StandardCharsets.UTF_8), large);
        long before = System.nanoTime();
        assertThatCode(() -> parse(bytes)).as(head + piece).doesNotThrowAnyException();
        assertThat(Duration.ofNanos(System.nanoTime() - before))
            .as("%s then many of [%s]", head, piece)
            .isLessThan(LIMIT);
      }
    }
  }

  private static Parsed parse(byte[] bytes) {
    Instant received = Instant.parse("2026-03-14T12:00:00Z");
    return PARSERS.parse(new WireInput(bytes, null, null, received, FeedProfile.standard("test")));
  }

  private static byte[] damage(byte[] bytes, Random random) {
    if (bytes.length == 0) {
      return POISON[random.nextInt(POISON.length)].getBytes(StandardCharsets.UTF_8);
    }
    int at = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, at + 1 + random.nextInt(40));
    byte[] before = Arrays.copyOf(bytes, at);
    byte[] after = Arrays.copyOfRange(bytes, to, bytes.length);
    return switch (random.nextInt(6)) {
      case 0 -> before;
      case 1 -> concat(before, after);
      case 2 -> {
        byte[] flipped = bytes.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        yield flipped;
      }
      case 3 ->
          concat(
              before,
              Arrays.copyOfRange(bytes, at, to),
              Arrays.copyOfRange(bytes, at, bytes.length));
      case 4 -> {
        byte[] other = SAMPLES.get(random.nextInt(SAMPLES.size()));
        int from = random.nextInt(Math.max(1, other.length));
        yield concat(before, Arrays.copyOfRange(other, from, other.length));
      }
      default ->
          concat(
              before,
              POISON[random.nextInt(POISON.length)].getBytes(StandardCharsets.UTF_8),
              Arrays.copyOfRange(bytes, at, bytes.length));
    };
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static List<byte[]> samples() {
    Path pairs = Path.of("src/test/resources");
    try (Stream<Path> files = Files.walk(pairs)) {
      List<byte[]> samples = new ArrayList<>();
      for (Path file :
          files.filter(f -> f.getFileName().toString().contains(".in.")).sorted().toList()) {
        samples.add(Files.readAllBytes(file));
      }
      return List.copyOf(samples);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
