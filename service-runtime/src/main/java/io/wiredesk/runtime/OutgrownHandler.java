package io.wiredesk.runtime;

import io.wiredesk.schemas.DeadLetter;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.errors.DefaultProductionExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Streams does when what came of a record is larger than its topic takes: a dead letter with
 * the record that it came of. Found before it is sent, because a broker's refusal would end the
 * transaction again and again. Everything else is as Streams does it. Used by one stream thread.
 */
public final class OutgrownHandler extends DefaultProductionExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(OutgrownHandler.class);

  private DeadLetters letters;
  private Serializer<DeadLetter> serializer;
  private Metrics metrics;

  /** Made by Streams; {@link #configure} gives it what it needs. */
  @SuppressWarnings("NullAway.Init")
  public OutgrownHandler() {}

  @Override
  @SuppressWarnings("unchecked")
  public void configure(Map<String, ?> configs) {
    letters = (DeadLetters) configs.get(PoisonHandler.LETTERS);
    serializer = (Serializer<DeadLetter>) configs.get(PoisonHandler.SERIALIZER);
    metrics = (Metrics) configs.get(PoisonHandler.METRICS);
  }

  @Override
  @SuppressWarnings("rawtypes") // as Streams declares it
  public Response handleSerializationError(
      ErrorHandlerContext context,
      ProducerRecord record,
      Exception exception,
      SerializationExceptionOrigin origin) {
    if (!(exception instanceof RecordTooLarge)) {
      return Response.fail();
    }
    LOG.warn(
        "What came of {}-{}@{} is too large: {}",
        context.topic(),
        context.partition(),
        context.offset(),
        exception.getMessage());
    byte[] source = context.sourceRawValue() == null ? new byte[0] : context.sourceRawValue();
    metrics.deadLetters("", PoisonHandler.TOO_LARGE).increment();
    DeadLetter letter =
        letters.of(
            PoisonHandler.TOO_LARGE,
            "What came of the record is too large: " + exception.getMessage(),
            new DeadLetters.Origin(context.topic(), context.partition(), context.offset()),
            source);
    return Response.resume(
        List.of(
            PoisonHandler.letter(context.sourceRawKey(), letter, context.headers(), serializer)));
  }
}
