package io.wiredesk.runtime;

import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.Topic;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Streams does with a record that cannot be read: a poison record becomes a dead letter,
 * written in the same transaction as the progress past it; when the world is slow the thread fails
 * and is replaced. Configured by {@link StreamsService}; used by one stream thread.
 */
public final class PoisonHandler implements DeserializationExceptionHandler {

  static final String LETTERS = "wiredesk.dead.letters";
  static final String SERIALIZER = "wiredesk.dead.letter.serializer";
  static final String METRICS = "wiredesk.metrics";
  static final String TOO_LARGE = "TOO_LARGE";

  /** What a letter of this or the {@link OutgrownHandler} can say. */
  static final List<String> REASONS = List.of("NO_KEY", "NO_VALUE", "UNREADABLE_RECORD", TOO_LARGE);

  private static final Logger LOG = LoggerFactory.getLogger(PoisonHandler.class);

  private DeadLetters letters;
  private Serializer<DeadLetter> serializer;
  private Metrics metrics;

  /** Made by Streams; {@link #configure} gives it what it needs. */
  @SuppressWarnings("NullAway.Init")
  public PoisonHandler() {}

  @Override
  @SuppressWarnings("unchecked")
  public void configure(Map<String, ?> configs) {
    letters = (DeadLetters) configs.get(LETTERS);
    serializer = (Serializer<DeadLetter>) configs.get(SERIALIZER);
    metrics = (Metrics) configs.get(METRICS);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
    if (SlowWorld.isToBlame(exception)) {
      return Response.fail();
    }
    LOG.warn(
        "Unreadable record {}-{}@{}: {}",
        record.topic(),
        record.partition(),
        record.offset(),
        exception.getMessage());
    byte[] value = record.value() == null ? new byte[0] : record.value();
    String reason = reason(record, exception);
    metrics.deadLetters("", reason).increment();
    DeadLetter letter =
        letters.of(
            reason,
            "The record cannot be read: " + exception.getMessage(),
            new DeadLetters.Origin(record.topic(), record.partition(), record.offset()),
            value);
    return Response.resume(List.of(letter(record.key(), letter, record.headers(), serializer)));
  }

  /**
   * The record of a letter.
   *
   * @param source headers of the record that failed: the letter is of its trace
   */
  static ProducerRecord<byte[], byte[]> letter(
      byte @Nullable [] key, DeadLetter letter, Headers source, Serializer<DeadLetter> serializer) {
    String topic = Topic.DEAD_LETTERS.topicName();
    Headers headers = new RecordHeaders();
    Header trace = source.lastHeader(TraceParent.HEADER);
    if (trace != null) {
      headers.add(trace);
    }
    byte[] value = serializer.serialize(topic, headers, letter);
    return new ProducerRecord<>(topic, null, key, value, headers);
  }

  private static String reason(ConsumerRecord<byte[], byte[]> record, Exception exception) {
    if (record.key() == null) {
      return "NO_KEY";
    }
    if (record.value() == null) {
      return "NO_VALUE";
    }
    return exception instanceof RecordTooLarge ? TOO_LARGE : "UNREADABLE_RECORD";
  }
}
