package io.wiredesk.runtime;

import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.Topic;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
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
  static final String TOO_LARGE = "TOO_LARGE";
  private static final Logger LOG = LoggerFactory.getLogger(PoisonHandler.class);

  private DeadLetters letters;
  private Serializer<DeadLetter> serializer;

  /** Made by Streams; {@link #configure} gives it what it needs. */
  @SuppressWarnings("NullAway.Init")
  public PoisonHandler() {}

  @Override
  @SuppressWarnings("unchecked")
  public void configure(Map<String, ?> configs) {
    letters = (DeadLetters) configs.get(LETTERS);
    serializer = (Serializer<DeadLetter>) configs.get(SERIALIZER);
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
    DeadLetter letter =
        letters.of(
            reason(record, exception),
            "The record cannot be read: " + exception.getMessage(),
            new DeadLetters.Origin(record.topic(), record.partition(), record.offset()),
            value);
    String topic = Topic.DEAD_LETTERS.topicName();
    return Response.resume(
        List.of(
            new ProducerRecord<>(topic, null, record.key(), serializer.serialize(topic, letter))));
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
