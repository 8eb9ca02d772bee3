package io.wiredesk.cli.letters;

import io.wiredesk.cli.CommandFailure;
import io.wiredesk.cli.tool.Plain;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.runtime.LogPosition;
import io.wiredesk.schemas.DeadLetter;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter and its place on the log, which is its id: topic, partition and offset with hyphens
 * between. Immutable as long as nobody changes the record.
 */
record Letter(LogPosition position, DeadLetter content) {

  /** By the time of failure, then by place. */
  static final Comparator<Letter> OLDEST_FIRST =
      Comparator.<Letter, Instant>comparing(l -> l.content().getFailedAt())
          .thenComparing(l -> l.position().partition())
          .thenComparing(l -> l.position().offset());

  String id() {
    return position.topic() + "-" + position.partition() + "-" + position.offset();
  }

  /**
   * Where the letter of that id lies.
   *
   * @throws CommandFailure for what is no id
   */
  static LogPosition position(String id) {
    if (!DeadLetters.isId(id)) {
      throw new CommandFailure(
          "Not the id of a dead letter, as `dead-letters list` shows them: " + Plain.line(id));
    }
    int offset = id.lastIndexOf('-');
    int partition = id.lastIndexOf('-', offset - 1);
    return new LogPosition(
        id.substring(0, partition),
        Integer.parseInt(id.substring(partition + 1, offset)),
        Long.parseLong(id.substring(offset + 1)));
  }

  /** The same without its bytes, to hold many of them. */
  Letter light() {
    return new Letter(
        position, DeadLetter.newBuilder(content).setPayload(ByteBuffer.allocate(0)).build());
  }

  byte[] payload() {
    byte[] bytes = new byte[content.getPayload().remaining()];
    content.getPayload().duplicate().get(bytes);
    return bytes;
  }

  /**
   * One readable line.
   *
   * @param sentAgain when it was sent again last; null where it was not
   */
  String line(@Nullable Instant sentAgain) {
    return id()
        + "  "
        + content.getFailedAt()
        + "  "
        + content.getStage()
        + " "
        + Plain.line(content.getReason())
        + "  "
        + Plain.line(content.getFeed())
        + "  "
        + Plain.line(content.getSourceName())
        + "  "
        + content.getSize()
        + " bytes  "
        + Plain.line(content.getMessage())
        + (sentAgain == null ? "" : "  Sent again " + sentAgain + ".")
        + (content.getKill() == null
            ? ""
            : " To resolve it: wiredesk kill URI --resolves " + id() + " --reason TEXT");
  }
}
