package io.wiredesk.wire.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.wire.AllFormats;
import io.wiredesk.wire.parse.Parsed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Large wires made to exhaust a reader, read in a Java machine of their own whose heap is what is
 * in use once all parsers are loaded and the 64 MB that reading may take, with the input itself
 * among them: a reader that keeps more ends in an OutOfMemoryError there, and the test fails.
 */
class HostileWiresTest {

  /** For four times the size: twice what grows with size alone, half of what grows squared. */
  private static final double MOST_GROWTH = 8;

  /**
   * Milliseconds of processor time, with room for a machine whose processors are shared: the
   * slowest shape takes 300 on a quiet one.
   */
  private static final long MOST_MILLIS = 5_000;

  @Test
  void hostileWiresAreReadOrRefusedWithinTheirMemoryInTimeThatGrowsWithSize() throws Exception {
    long live = Long.parseLong(run(512, "measure").get(0).split(" ")[1]);
    List<String> lines = run((live + Limits.MEMORY) >> 20);
    assertThat(lines).last().isEqualTo("done");
    List<String[]> read =
        lines.stream().filter(l -> l.startsWith("read ")).map(l -> l.split(" ", 5)).toList();
    assertThat(read).hasSize(HostileShapes.all().size());
    assertThat(read).filteredOn(l -> l[3].startsWith("BROKEN")).isEmpty();
    assertThat(read).filteredOn(l -> growth(l) > MOST_GROWTH).isEmpty();
    assertThat(read).filteredOn(l -> Long.parseLong(l[1]) > MOST_MILLIS).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"billion laughs", "quadratic blow-up", "attributes", "deep <nitf>"})
  void bombsOfXmlAreRefused(String shape) {
    assertThat(reason(HostileShapes.all().get(shape).get())).isEqualTo(Parsed.Reason.REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"parts", "nested parts"})
  void bombsOfMimeAreRefused(String shape) {
    assertThat(reason(HostileShapes.all().get(shape).get())).isEqualTo(Parsed.Reason.REFUSED);
  }

  @Test
  void archivesAreNotUnpacked() {
    Map<String, java.util.function.Supplier<byte[]>> shapes = HostileShapes.all();
    assertThat(reason(shapes.get("zip").get())).isEqualTo(Parsed.Reason.NOT_TEXT);
    Parsed mail = AllFormats.parsers().parse(Limits.input(shapes.get("zip bomb").get()));
    assertThat(mail).isInstanceOf(Parsed.Accepted.class);
    Parsed.Accepted accepted = (Parsed.Accepted) mail;
    assertThat(accepted.items()).hasSize(1);
    assertThat(accepted.items().get(0).associations).hasSize(1);
    assertThat(accepted.items().get(0).bodies)
        .allMatch(body -> body.content().equals("The archive is attached."));
  }

  @Test
  void externalEntitiesAreNeverRead() throws IOException {
    Path secret = java.nio.file.Files.createTempFile("secret", ".txt");
    java.nio.file.Files.writeString(secret, "TOPSECRET");
    for (String root : new String[] {"nitf", "newsItem", "NewsML", "rss", "feed", "story"}) {
      String xml =
          "<!DOCTYPE x [<!ENTITY a SYSTEM \"%s\">]><%s><title>&a;</title><p>&a;</p></%s>"
              .formatted(secret.toUri(), root, root);
      Parsed parsed =
          AllFormats.parsers().parse(Limits.input(xml.getBytes(StandardCharsets.UTF_8)));
      assertThat(parsed).isInstanceOf(Parsed.Rejected.class);
      assertThat(parsed.toString()).as(root).doesNotContain("TOPSECRET");
    }
    java.nio.file.Files.delete(secret);
  }

  private static double growth(String[] line) {
    return Double.parseDouble(line[1]) / Math.max(1, Long.parseLong(line[2]));
  }

  private static Parsed.Reason reason(byte[] wire) {
    Parsed parsed = AllFormats.parsers().parse(Limits.input(wire));
    assertThat(parsed).isInstanceOf(Parsed.Rejected.class);
    return ((Parsed.Rejected) parsed).reason();
  }

  private static List<String> run(long megabytes, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + megabytes + "m");
    command.add("-XX:+UseSerialGC");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(HostileWires.class.getName());
    command.addAll(List.of(arguments));
    Process machine = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (Stream<String> lines = machine.inputReader().lines()) {
      return lines
          .filter(
              l ->
                  l.startsWith("live")
                      || l.startsWith("read")
                      || l.equals("done")
                      || l.contains("Error"))
          .toList();
    } finally {
      machine.destroy();
      machine.waitFor();
    }
  }
}
