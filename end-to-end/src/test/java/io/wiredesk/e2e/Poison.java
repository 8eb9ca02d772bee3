package io.wiredesk.e2e;

import io.wiredesk.registry.SchemaRegistry;
import io.wiredesk.registry.SchemaText;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Topic;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The ways in which a record can be one that no reader of a topic wants, made from a good one. */
enum Poison {
  NULL_KEY(true, value -> value),
  NULL_VALUE(false, value -> null),
  EMPTY_VALUE(false, value -> new byte[0]),
  WRONG_MAGIC(false, value -> with(value, 0, (byte) 9)),
  UNKNOWN_ID(false, value -> enveloped(2_000_000_000, body(value))),
  UNREADABLE_SCHEMA(false, value -> enveloped(Strange.unreadable, new byte[] {0})),
  WRONG_RECORD(false, value -> enveloped(Strange.other, new byte[] {2, 'x'})),
  CUT_OFF(false, value -> Arrays.copyOf(value, Math.min(value.length - 1, 8))),
  OVERSIZED(false, value -> Arrays.copyOf(value, Topic.MAX_RECORD_BYTES + 1));

  private final boolean keyless;
  private final UnaryOperator<byte @Nullable []> value;

  Poison(boolean keyless, UnaryOperator<byte @Nullable []> value) {
    this.keyless = keyless;
    this.value = value;
  }

  /** Identifiers of schemas that are registered and fit no topic. */
  private static final class Strange {
    static int unreadable;
    static int other;
  }

  /** Registers what the strange records are written with. */
  static void prepare(SchemaRegistry registry) {
    Strange.other = registry.register("poison", SchemaText.of("\"string\""), false);
    // a record of the right name whose field is of another type
    String wrong =
        "{\"type\":\"record\",\"name\":\"%s\",\"fields\":[{\"name\":\"feed\",\"type\":\"int\"}]}"
            .formatted(RawNews.class.getName());
    Strange.unreadable = registry.register("poison-record", SchemaText.of(wrong), false);
  }

  byte @Nullable [] key(String key) {
    return keyless ? null : key.getBytes(StandardCharsets.UTF_8);
  }

  byte @Nullable [] value(byte[] good) {
    return value.apply(good);
  }

  private static byte[] with(byte[] value, int at, byte wrong) {
    byte[] copy = value.clone();
    copy[at] = wrong;
    return copy;
  }

  private static byte[] enveloped(int id, byte[] body) {
    return ByteBuffer.allocate(5 + body.length).put((byte) 0).putInt(id).put(body).array();
  }

  private static byte[] body(byte[] value) {
    return Arrays.copyOfRange(value, 5, value.length);
  }
}
