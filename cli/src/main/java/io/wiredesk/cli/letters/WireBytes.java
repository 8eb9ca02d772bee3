package io.wiredesk.cli.letters;

import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.runtime.LogPosition;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Stage;
import io.wiredesk.schemas.Topic;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The whole wire that a dead letter is about: from {@code news.raw} as long as it is kept there,
 * else from the letter, where that holds the wire's bytes uncut.
 *
 * @param contentType as the sender stated it; null where none is known
 */
record WireBytes(byte[] bytes, @Nullable String contentType) {

  /** A wire, or one sentence why there is none to send. */
  record Found(@Nullable WireBytes wire, String why) {}

  static Found of(Letter letter, RecordLog log) {
    DeadLetter content = letter.content();
    if (content.getStage() != Stage.PARSE && content.getStage() != Stage.INTAKE) {
      return none("it failed after parsing (" + content.getStage() + "), its bytes are no wire");
    }
    if (content.getFeed() == null) {
      return none("its feed is not known");
    }
    RawNews raw = origin(content, log).orElse(null);
    if (raw != null) {
      byte[] bytes = new byte[raw.getPayload().remaining()];
      raw.getPayload().duplicate().get(bytes);
      return new Found(new WireBytes(bytes, raw.getContentType()), "");
    }
    if (content.getTruncated()) {
      return none("its bytes are cut, and the whole is not on " + Topic.RAW.topicName());
    }
    byte[] payload = letter.payload();
    return content.getSha256().equals(DeadLetters.sha256(payload))
        ? new Found(new WireBytes(payload, null), "")
        : none("it holds text of the wire only, and the bytes are no longer kept");
  }

  /** The raw record, if it is the one: offsets begin anew when a topic is made anew. */
  private static Optional<RawNews> origin(DeadLetter letter, RecordLog log) {
    if (!Topic.RAW.topicName().equals(letter.getOriginTopic()) || letter.getOriginOffset() < 0) {
      return Optional.empty();
    }
    Optional<SpecificRecord> record =
        log.fetch(
            new LogPosition(
                letter.getOriginTopic(), letter.getOriginPartition(), letter.getOriginOffset()));
    return record
        .filter(RawNews.class::isInstance)
        .map(RawNews.class::cast)
        .filter(raw -> raw.getSha256().equals(letter.getSha256()));
  }

  private static Found none(String why) {
    return new Found(null, why);
  }
}
