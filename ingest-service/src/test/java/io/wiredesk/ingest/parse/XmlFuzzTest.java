package io.wiredesk.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.ingest.feed.FeedProfile;
import io.wiredesk.ingest.parse.newsml.NewsMl1Parser;
import io.wiredesk.ingest.parse.newsml.NewsMlG2Parser;
import io.wiredesk.ingest.parse.nitf.NitfParser;
import io.wiredesk.ingest.parse.vendor.VendorXmlParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The golden inputs, mutated at random: never an exception past a parser, never more than a second
 * of work. {@code -Dfuzz.tries=100000} for the long run; {@code -Dfuzz.seed} repeats one.
 */
class XmlFuzzTest {

  private static final Map<String, WireParser> PARSERS =
      Map.of(
          "nitf", new NitfParser(),
          "newsml-g2", new NewsMlG2Parser(),
          "newsml-1", new NewsMl1Parser(),
          "vendor-xml", new VendorXmlParser());
  private static final List<String> SHARDS =
      List.of(
          "<",
          ">",
          "&",
          "&#x0;",
          "&nbsp;",
          "<![CDATA[",
          "]]>",
          "<!--",
          "<!DOCTYPE a [",
          "\u0000",
          "\"",
          "<p>",
          "</p>",
          "<table>",
          "<nitf>",
          "<NewsItem>",
          "<newsItem>",
          "xmlns=\"\"",
          "\u00ff\u00fe",
          "20240305T",
          "99999999999999",
          " ",
          "\n\n\n",
          "<a:b>",
          "<br/>");

  @ParameterizedTest
  @ValueSource(strings = {"nitf", "newsml-g2", "newsml-1", "vendor-xml"})
  void neverThrowsOnMutatedWires(String folder) throws IOException {
    int tries = Integer.getInteger("fuzz.tries", 2000);
    Random random = new Random(Long.getLong("fuzz.seed", 20240305L));
    List<byte[]> samples = samples(folder);
    WireParser parser = PARSERS.get(folder);
    for (int i = 0; i < tries; i++) {
      byte[] mutant = mutate(samples.get(random.nextInt(samples.size())), random);
      long before = cpuTime();
      try {
        assertThat(parser.parse(input(mutant))).isNotNull();
      } catch (RuntimeException | StackOverflowError bug) {
        throw new AssertionError("try " + i + " of " + folder + ":\n" + text(mutant), bug);
      }
      assertThat(Duration.ofNanos(cpuTime() - before))
          .as("try %s of %s", i, folder)
          .isLessThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void refusesOrReadsHostileShapesQuickly() {
    List<String> hostile =
        List.of(
            "<nitf>" + "<block>".repeat(100_000),
            "<nitf><body><body.content>" + "<p/>".repeat(240_000) + "</body.content></body></nitf>",
            "<nitf " + "a='1' ".repeat(100_000) + "/>",
            "<nitf><body><body.content><p>"
                + "&".repeat(500_000)
                + "</p></body.content></body></nitf>",
            "<nitf><body><body.content><p>"
                + "<![CDATA[&]]>".repeat(50_000)
                + "</p></body.content></body></nitf>",
            "<nitf><body><body.content><p>"
                + "&nbsp;".repeat(200_000)
                + "</p></body.content></body></nitf>",
            "<!DOCTYPE nitf [" + "<!ENTITY a 'b'>".repeat(20_000) + "]><nitf>&a;</nitf>",
            "<nitf><body><body.content><p>By "
                + "A".repeat(300_000)
                + "</p></body.content></body></nitf>",
            "<nitf><body><body.content><p>"
                + "By Anna ".repeat(40)
                + "</p></body.content></body></nitf>");
    for (String shape : hostile) {
      long before = cpuTime();
      assertThat(new NitfParser().parse(input(shape.getBytes(StandardCharsets.UTF_8)))).isNotNull();
      assertThat(Duration.ofNanos(cpuTime() - before))
          .as(shape.substring(0, 60))
          .isLessThan(Duration.ofSeconds(3));
    }
  }

  /** Time that this thread itself has worked: a busy machine makes no test fail. */
  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static byte[] mutate(byte[] sample, Random random) {
    byte[] bytes = sample.clone();
    int changes = 1 + random.nextInt(6);
    for (int i = 0; i < changes && bytes.length > 1; i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes = Arrays.copyOf(bytes, at);
        case 2 -> bytes = spliced(bytes, at, bytes, random);
        case 3 -> {
          String shard = SHARDS.get(random.nextInt(SHARDS.size()));
          byte[] insert = shard.getBytes(StandardCharsets.ISO_8859_1);
          bytes = inserted(bytes, at, insert, insert.length);
        }
        case 4 -> {
          int length = Math.min(bytes.length - at, random.nextInt(40));
          byte[] cut = new byte[bytes.length - length];
          System.arraycopy(bytes, 0, cut, 0, at);
          System.arraycopy(bytes, at + length, cut, at, bytes.length - at - length);
          bytes = cut;
        }
        default -> swapTags(bytes, random);
      }
    }
    return bytes;
  }

  /** Renames one element so that another one stands where it is not expected. */
  private static void swapTags(byte[] bytes, Random random) {
    int from = random.nextInt(bytes.length);
    for (int i = from; i < bytes.length - 1; i++) {
      if (bytes[i] == '<' && Character.isLetter(bytes[i + 1])) {
        bytes[i + 1] = (byte) ('a' + random.nextInt(26));
        return;
      }
    }
  }

  private static byte[] spliced(byte[] bytes, int at, byte[] from, Random random) {
    int start = random.nextInt(from.length);
    int length = Math.min(from.length - start, random.nextInt(200));
    return inserted(bytes, at, Arrays.copyOfRange(from, start, start + length), length);
  }

  private static byte[] inserted(byte[] bytes, int at, byte[] insert, int length) {
    byte[] out = new byte[bytes.length + length];
    System.arraycopy(bytes, 0, out, 0, at);
    System.arraycopy(insert, 0, out, at, length);
    System.arraycopy(bytes, at, out, at + length, bytes.length - at);
    return out;
  }

  private static List<byte[]> samples(String folder) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources", folder))) {
      return files
          .filter(f -> f.toString().endsWith(".in.xml"))
          .sorted()
          .map(XmlFuzzTest::bytes)
          .toList();
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static WireInput input(byte[] bytes) {
    return new WireInput(
        bytes, null, null, Instant.parse("2024-03-05T12:00:00Z"), FeedProfile.standard("test"));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
