package io.wiredesk.ingest.topology;

import io.wiredesk.schemas.Duplicate;
import io.wiredesk.schemas.DuplicateKind;
import io.wiredesk.schemas.JoinedRaw;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Source;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Makes the records of {@code news.duplicates}. Stateless. */
final class Repetitions {

  private Repetitions() {}

  /** Name of a raw record: topic, partition and offset with hyphens between. */
  static String id(String topic, int partition, long offset) {
    return topic + "-" + partition + "-" + offset;
  }

  static String id(Source source) {
    return id(source.getRawTopic(), source.getRawPartition(), source.getRawOffset());
  }

  /**
   * Bytes that were here before.
   *
   * @param before what is remembered of them, the id of their first raw record among it
   */
  static Duplicate ofBytes(DuplicateKind kind, RawNews raw, RecordMetadata at, Set<String> before) {
    return Duplicate.newBuilder()
        .setKind(kind)
        .setFeed(raw.getFeed())
        .setFirstRaw(
            before.stream().filter(id -> id.startsWith(at.topic() + "-")).findFirst().orElse(""))
        .setSourceName(raw.getSourceName())
        .setReceivedAt(raw.getReceivedAt())
        .setSha256(raw.getSha256())
        .setRawTopic(at.topic())
        .setRawPartition(at.partition())
        .setRawOffset(at.offset())
        .build();
  }

  /**
   * An item that was here before: one record for each raw record that it was made of.
   *
   * @param uri of the item that it repeats
   * @param firstRaw raw record that said it first
   */
  static List<Duplicate> ofItem(DuplicateKind kind, NewsItem item, String uri, String firstRaw) {
    Source source = item.getSource();
    Duplicate.Builder common =
        Duplicate.newBuilder()
            .setKind(kind)
            .setFeed(source.getFeed())
            .setUri(uri)
            .setRevision(item.getRevision())
            .setFirstRaw(firstRaw);
    if (source.getJoined().isEmpty()) {
      return List.of(
          common
              .setSourceName(source.getSourceName())
              .setReceivedAt(source.getReceivedAt())
              .setSha256(source.getSha256())
              .setRawTopic(source.getRawTopic())
              .setRawPartition(source.getRawPartition())
              .setRawOffset(source.getRawOffset())
              .setIndexInRaw(source.getIndexInRaw())
              .build());
    }
    return source.getJoined().stream().map(take -> ofTake(common, take)).toList();
  }

  private static Duplicate ofTake(Duplicate.Builder common, JoinedRaw take) {
    return common
        .setSourceName(take.getSourceName())
        .setReceivedAt(take.getReceivedAt())
        .setSha256(take.getSha256())
        .setRawTopic(take.getRawTopic())
        .setRawPartition(take.getRawPartition())
        .setRawOffset(take.getRawOffset())
        .setIndexInRaw(take.getIndexInRaw())
        .build();
  }
}
