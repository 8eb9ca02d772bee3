package io.wiredesk.benchmarks;

import com.ctc.wstx.stax.WstxInputFactory;
import io.wiredesk.wire.profile.FeedProfile;
import io.wiredesk.wire.parse.Parsed;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.parse.WireParsers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * This repository's own wires of a story's ordinary length, by format: those of {@code
 * samples/wires} and of the benchmarks' own folder that have {@value #SHORTEST} bytes or more. The
 * fixtures of the tests, most of them a few hundred bytes, would measure how a reader is set up,
 * and not how it reads. Stateless.
 */
final class Wires {

  /** The benchmarks' own folder is where Maven starts them. */
  private static final List<Path> FOLDERS = List.of(Path.of("../samples/wires"), Path.of("wires"));

  private static final int SHORTEST = 2_000;

  private Wires() {}

  /** Every wire of some length that is accepted as the format. */
  static List<byte[]> of(String format, WireParsers parsers) {
    List<byte[]> wires = new ArrayList<>();
    for (Path folder : FOLDERS) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          byte[] bytes = Files.readAllBytes(file);
          if (bytes.length >= SHORTEST && isAccepted(bytes, format, parsers)) {
            wires.add(bytes);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("start in the folder of the benchmarks", e);
      }
    }
    if (wires.isEmpty()) {
      throw new IllegalStateException("no wire of " + format);
    }
    return wires;
  }

  /** Woodstox as the parsers use it: no DTD is read. */
  static XMLInputFactory xml() {
    XMLInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /** True where a StAX reader gets to the end. */
  static boolean isWellFormed(byte[] bytes) {
    try {
      XMLStreamReader reader = xml().createXMLStreamReader(new ByteArrayInputStream(bytes));
      while (reader.hasNext()) {
        reader.next();
      }
      return true;
    } catch (XMLStreamException e) {
      return false;
    }
  }

  /** The lines of a wire as elements of the simplest XML. */
  static byte[] asXml(byte[] bytes) {
    StringBuilder xml = new StringBuilder("<wire>");
    new String(bytes, StandardCharsets.ISO_8859_1)
        .lines()
        .map(line -> line.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", ""))
        .map(line -> line.replace("&", "&amp;").replace("<", "&lt;"))
        .forEach(line -> xml.append("<p>").append(line).append("</p>\n"));
    return xml.append("</wire>").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isAccepted(byte[] bytes, String format, WireParsers parsers) {
    Parsed parsed =
        parsers.parse(
            new WireInput(bytes, null, null, Instant.EPOCH, FeedProfile.standard("benchmark")));
    return parsed instanceof Parsed.Accepted accepted && accepted.format().id().equals(format);
  }
}
