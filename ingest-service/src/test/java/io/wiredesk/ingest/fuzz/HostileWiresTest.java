package io.wiredesk.ingest.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.ingest.parse.Parsed;
import io.wiredesk.ingest.reading.AllFormats;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Large wires made to exhaust a reader, read in a Java machine of their own that has, after all
 * parsers are loaded, less free memory than the 64 MB that reading may take: a parser that keeps
 * more ends in an OutOfMemoryError there, and the test fails.
 */
class HostileWiresTest {

  private static final String HEAP = "-Xmx80m";

  @Test
  void hostileWiresAreReadOrRefusedWithinTheirMemoryAndTime() throws Exception {
    List<String> lines = run();
    assertThat(lines).last().isEqualTo("done");
    long free = Long.parseLong(lines.get(0).split(" ")[1]);
    assertThat(free).as("memory left to the readers").isLessThan(Limits.MEMORY);
    List<String[]> read =
        lines.stream().filter(l -> l.startsWith("read ")).map(l -> l.split(" ", 5)).toList();
    assertThat(read).hasSize(HostileShapes.all().size());
    assertThat(read).filteredOn(l -> l[3].startsWith("BROKEN")).isEmpty();
    assertThat(read).filteredOn(l -> Long.parseLong(l[1]) > Limits.TIME.toMillis()).isEmpty();
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

  private static Parsed.Reason reason(byte[] wire) {
    Parsed parsed = AllFormats.parsers().parse(Limits.input(wire));
    assertThat(parsed).isInstanceOf(Parsed.Rejected.class);
    return ((Parsed.Rejected) parsed).reason();
  }

  private static List<String> run() throws IOException, InterruptedException {
    Process machine =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                HostileWires.class.getName())
            .redirectErrorStream(true)
            .start();
    try (Stream<String> lines = machine.inputReader().lines()) {
      return lines
          .filter(
              l ->
                  l.startsWith("free")
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
