package io.wiredesk.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.wiredesk.wire.profile.FeedProfile;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.parse.WireParsers;
import io.wiredesk.wire.AllFormats;
import io.wiredesk.wire.WireReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Reading each format against a bare pass over the same bytes that looks at every name, attribute
 * and text and keeps nothing: Woodstox' StAX reader for XML, Jackson's streaming parser for JSON.
 * Both sides get the same bytes. The formats that are neither are measured against a StAX pass over
 * the same lines, each in an element. One operation is one pass over all of this repository's wires
 * of the format that have a story's ordinary length, see {@link Wires}. Garbage collector and heap
 * are those that {@code bin/wiredesk} gives ingest.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(jvmArgsAppend = {FormatBenchmark.COLLECTOR, FormatBenchmark.HEAP})
public class FormatBenchmark {

  static final String COLLECTOR = "-XX:+UseSerialGC";
  static final String HEAP = "-Xmx512m";

  private static final XMLInputFactory XML = Wires.xml();
  private static final JsonFactory JSON = new JsonFactory();

  @Param({
    "nitf",
    "newsml-g2",
    "newsml-1.2",
    "xml",
    "rss",
    "atom",
    "ninjs",
    "ap-media-json",
    "dpa-digitalwires",
    "iptc7901",
    "anpa1312",
    "email",
    "html",
    "text"
  })
  public String format;

  private final WireParsers parsers = AllFormats.parsers();
  private final WireReader reader = new WireReader(parsers);
  private List<WireInput> wires;
  private List<byte[]> yardstick;
  private boolean json;

  @Setup
  public void prepare() {
    List<byte[]> bytes = Wires.of(format, parsers);
    FeedProfile profile = FeedProfile.standard("benchmark");
    Instant received = Instant.parse("2026-03-14T12:00:00Z");
    wires = bytes.stream().map(b -> new WireInput(b, null, null, received, profile)).toList();
    json = List.of("ninjs", "ap-media-json", "dpa-digitalwires").contains(format);
    yardstick =
        bytes.stream().map(b -> json || Wires.isWellFormed(b) ? b : Wires.asXml(b)).toList();
  }

  /** The yardstick. */
  @Benchmark
  public void bare(Blackhole seen) throws XMLStreamException, IOException {
    for (byte[] bytes : yardstick) {
      if (json) {
        bareJson(bytes, seen);
      } else {
        bareXml(bytes, seen);
      }
    }
  }

  /** Detection and parsing: bytes to fields. */
  @Benchmark
  public void parse(Blackhole seen) {
    for (WireInput wire : wires) {
      seen.consume(parsers.parse(wire));
    }
  }

  /** All of it: bytes to the record, with identity, signals, blocks and sanitised HTML. */
  @Benchmark
  public void read(Blackhole seen) {
    for (WireInput wire : wires) {
      seen.consume(reader.read(wire, WireReader.RawCoordinates.none()));
    }
  }

  private static void bareJson(byte[] bytes, Blackhole seen) throws IOException {
    try (JsonParser parser = JSON.createParser(bytes)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        seen.consume(token == JsonToken.FIELD_NAME ? parser.currentName() : parser.getText());
      }
    }
  }

  private static void bareXml(byte[] bytes, Blackhole seen) throws XMLStreamException {
    XMLStreamReader reader = XML.createXMLStreamReader(new ByteArrayInputStream(bytes));
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          seen.consume(reader.getLocalName());
          for (int i = 0; i < reader.getAttributeCount(); i++) {
            seen.consume(reader.getAttributeValue(i));
          }
        }
        case XMLStreamConstants.CHARACTERS -> seen.consume(reader.getText());
        default -> seen.consume(reader.getEventType());
      }
    }
    reader.close();
  }
}
