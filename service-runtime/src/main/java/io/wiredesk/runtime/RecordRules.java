package io.wiredesk.runtime;

import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.Topic;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * What a value on a topic of the contract must be: a record of the topic's own type, no larger than
 * the contract allows, and absent only where absence means something (compacted topics). What is
 * not so is poison, told from what cannot be decoded at all only by its sentence. Topics outside
 * the contract are not judged. Stateless.
 */
final class RecordRules {

  private static final String INTERNAL_WITHOUT_TOMBSTONES = "-repartition";

  private RecordRules() {}

  /**
   * Looks at the bytes, before they are decoded or when they are about to be written.
   *
   * @throws SerializationException when they may not be on that topic
   */
  static void checkBytes(String topic, byte @Nullable [] value) {
    if (value == null && !mayBeAbsent(topic)) {
      throw new SerializationException("The record has no value");
    }
    if (value != null && isOfContract(topic) && value.length > Topic.MAX_RECORD_BYTES) {
      throw new RecordTooLarge(
          "A record of %s has %d bytes; %d are the most"
              .formatted(topic, value.length, Topic.MAX_RECORD_BYTES));
    }
  }

  /** Is the topic read by others, or by another step of ours? */
  static boolean isOfContract(String topic) {
    return expected(topic).isPresent() || topic.endsWith(INTERNAL_WITHOUT_TOMBSTONES);
  }

  /**
   * Looks at what was decoded.
   *
   * @param type class that is wanted; null: the one of the topic
   * @throws SerializationException when it is of another type
   */
  static void checkType(String topic, @Nullable Class<?> type, @Nullable Object value) {
    if (value == null) {
      return;
    }
    String wanted =
        type == null ? expected(topic).map(Schema::getFullName).orElse(null) : type.getName();
    String found =
        value instanceof SpecificRecord record
            ? record.getSchema().getFullName()
            : value.getClass().getName();
    if (wanted != null && !wanted.equals(found)) {
      throw new SerializationException("The record is a " + found + ", not a " + wanted);
    }
  }

  private static boolean mayBeAbsent(String topic) {
    return Topic.byName(topic)
        .map(known -> known.policy().cleanup().startsWith("compact"))
        .orElse(
            !topic.startsWith(Topic.DESK_PREFIX) && !topic.endsWith(INTERNAL_WITHOUT_TOMBSTONES));
  }

  private static Optional<Schema> expected(String topic) {
    return Topic.byName(topic)
        .map(Topic::valueSchema)
        .or(
            () ->
                topic.startsWith(Topic.DESK_PREFIX)
                    ? Optional.of(PublishedItem.getClassSchema())
                    : Optional.empty());
  }
}
