package io.wiredesk.ingest.topology;

import io.wiredesk.ingest.poll.SignedAddresses;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.schemas.Association;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.Rendition;
import io.wiredesk.schemas.Source;
import io.wiredesk.schemas.Transport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;

/** Digests of what a revision says, whatever way it came. Stateless. */
final class ContentDigest {

  private static final Source NO_SOURCE =
      Source.newBuilder()
          .setFeed("")
          .setTransport(Transport.OTHER)
          .setFormat("")
          .setReceivedAt(Instant.EPOCH)
          .setSha256("")
          .build();

  private ContentDigest() {}

  /**
   * SHA-256 of the item without source and trail, lower-case hexadecimal; who supplies it is what
   * the feed's profile says as well.
   */
  static String of(NewsItem item) {
    return digest(
        NewsItem.newBuilder(item)
            .setSource(NO_SOURCE)
            .setInfoSources(List.of())
            .setTrail(List.of())
            .build());
  }

  /**
   * SHA-256 of what a reader or an editor sees, lower-case hexadecimal: without identifiers,
   * version, dates of the envelope, and what has no field. Status, embargo and signal count: they
   * are decisions.
   */
  static String ofCopy(NewsItem item) {
    return digest(
        NewsItem.newBuilder(item)
            .setUri("")
            .setAltIds(List.of())
            .setVersion("")
            .setRevision(0)
            .setVersionCreated(Instant.EPOCH)
            .setFirstCreated(null)
            .setContentCreated(null)
            .setExtras(Map.of())
            .setSource(NO_SOURCE)
            .setTrail(List.of())
            .build());
  }

  private static String digest(NewsItem bare) {
    return digestOf(unsigned(bare));
  }

  /** Without what stores sign anew in the addresses of media at every request. */
  private static NewsItem unsigned(NewsItem item) {
    NewsItem copy = NewsItem.newBuilder(item).build(); // deep: the item itself stays
    copy.getBodies().forEach(body -> body.setValue(SignedAddresses.without(body.getValue())));
    copy.getRenditions().forEach(ContentDigest::unsign);
    for (Association media : copy.getAssociations()) {
      media.setUri(SignedAddresses.without(media.getUri()));
      media.getRenditions().forEach(ContentDigest::unsign);
    }
    return copy;
  }

  private static void unsign(Rendition rendition) {
    if (rendition.getHref() != null) {
      rendition.setHref(SignedAddresses.without(rendition.getHref()));
    }
  }

  private static String digestOf(NewsItem bare) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    try {
      new SpecificDatumWriter<>(NewsItem.class).write(bare, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return DeadLetters.sha256(out.toByteArray());
  }
}
