package io.wiredesk.benchmarks;

import io.wiredesk.registry.serde.KafkaAvroDeserializer;
import io.wiredesk.registry.serde.KafkaAvroSerializer;
import io.wiredesk.schemas.Block;
import io.wiredesk.schemas.BlockType;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.Source;
import io.wiredesk.schemas.TextValue;
import io.wiredesk.schemas.Transport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The serdes against plain Avro with everything reused that can be: the promise is at least 0.8 of
 * its throughput, for a news item of 1 KB and of 4 KB.
 */
@State(Scope.Thread)
// plain Avro trusts no generated class without it; the serdes do not need it
@Fork(jvmArgsAppend = "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.wiredesk.schemas")
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SerdeBenchmark {
  private static final String TOPIC = "news.items";

  @Param({"1024", "4096"})
  public int bytes;

  private NewsItem item;
  private byte[] plain;
  private byte[] framed;

  private final KafkaAvroSerializer serializer = new KafkaAvroSerializer();
  private final KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();

  private final SpecificDatumWriter<NewsItem> writer =
      new SpecificDatumWriter<>(
          NewsItem.getClassSchema(), SpecificData.getForClass(NewsItem.class));
  private final SpecificDatumReader<NewsItem> reader = new SpecificDatumReader<>(NewsItem.class);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private BinaryEncoder encoder;
  private BinaryDecoder decoder;

  @Setup
  public void prepare() throws IOException {
    Map<String, ?> settings =
        Map.of("schema.registry.url", "mock://benchmark", "specific.avro.reader", true);
    serializer.configure(settings, false);
    deserializer.configure(settings, false);
    int text = 0;
    do {
      item = item(text);
      plain = encodePlain();
      text += Math.max(1, bytes - plain.length);
    } while (plain.length < bytes);
    framed = serializer.serialize(TOPIC, item);
    if (!item.equals(decodePlain()) || !item.equals(decodeFramed())) {
      throw new IllegalStateException("what was written is not what is read");
    }
  }

  private static NewsItem item(int length) {
    String text = "Officials said on Monday that talks would go on. ".repeat(100);
    String body = text.substring(0, Math.min(length, text.length()));
    Instant at = Instant.parse("2026-01-02T12:00:00Z");
    return NewsItem.newBuilder()
        .setUri("urn:newsml:agency.example:20260102:story-4711")
        .setRevision(3)
        .setUrgency(4)
        .setVersionCreated(at)
        .setFirstCreated(at.minusSeconds(3600))
        .setLanguage("en")
        .setHeadlines(
            List.of(TextValue.newBuilder().setValue("Talks to go on, officials say").build()))
        .setSlugline("TALKS")
        .setText(body)
        .setBlocks(
            List.of(
                Block.newBuilder()
                    .setType(BlockType.PARAGRAPH)
                    .setStart(0)
                    .setEnd(body.length())
                    .build()))
        .setKeywords(List.of("talks", "diplomacy", "officials"))
        .setSource(
            Source.newBuilder()
                .setFeed("agency")
                .setTransport(Transport.FILE)
                .setFormat("newsml-g2")
                .setReceivedAt(at)
                .setSha256("0".repeat(64))
                .build())
        .build();
  }

  /** Plain Avro: encoder and stream reused. */
  @Benchmark
  public byte[] encodePlain() throws IOException {
    out.reset();
    encoder = EncoderFactory.get().binaryEncoder(out, encoder);
    writer.write(item, encoder);
    encoder.flush();
    return out.toByteArray();
  }

  /** The serializer. */
  @Benchmark
  public byte[] encodeFramed() {
    return serializer.serialize(TOPIC, item);
  }

  /** Plain Avro: decoder and reader reused. */
  @Benchmark
  public Object decodePlain() throws IOException {
    decoder = DecoderFactory.get().binaryDecoder(plain, decoder);
    return reader.read(null, decoder);
  }

  /** The deserializer. */
  @Benchmark
  public Object decodeFramed() {
    return deserializer.deserialize(TOPIC, framed);
  }
}
