package io.wiredesk.ingest.intake;

import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.runtime.DurableLog;
import io.wiredesk.runtime.LogPosition;
import io.wiredesk.runtime.Metrics;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Topic;
import java.nio.ByteBuffer;
import java.time.Clock;

/**
 * The only way onto {@code news.raw}. When {@link #receive} or {@link #refuseTooLarge} returns, the
 * broker has the record for good and the source may be told so; when it throws, the source must
 * keep what it sent. Thread-safe.
 */
public final class Intake {

  private static final String TOO_LARGE = "TOO_LARGE";

  private final DurableLog log;
  private final DeadLetters letters;
  private final Clock clock;
  private final Metrics metrics;
  private final int maxBytes;

  /**
   * An intake.
   *
   * @param maxBytes largest item it takes
   */
  public Intake(DurableLog log, DeadLetters letters, Clock clock, Metrics metrics, int maxBytes) {
    this.log = log;
    this.letters = letters;
    this.clock = clock;
    this.metrics = metrics;
    this.maxBytes = maxBytes;
  }

  /** Largest item that may be received, in bytes. */
  public int maxBytes() {
    return maxBytes;
  }

  /** Puts the bytes on the log as they are. */
  public Received receive(Delivery delivery, byte[] bytes) {
    String sha256 = DeadLetters.sha256(bytes);
    RawNews raw =
        RawNews.newBuilder()
            .setFeed(delivery.feed())
            .setTransport(delivery.transport())
            .setSourceName(delivery.sourceName())
            .setContentType(delivery.contentType())
            .setReceivedAt(clock.instant())
            .setSha256(sha256)
            .setPayload(ByteBuffer.wrap(bytes))
            .setHeaders(delivery.headers())
            .build();
    LogPosition position = log.append(Topic.RAW.topicName(), delivery.feed(), raw);
    metrics.counter("wiredesk.intake.received", "feed", delivery.feed()).increment();
    return new Received(position, sha256);
  }

  /**
   * Records that something over the size limit came, with its beginning.
   *
   * @param head the first bytes, at most {@link #maxBytes()}
   * @param size of the whole, in bytes
   */
  public LogPosition refuseTooLarge(Delivery delivery, byte[] head, long size) {
    String message =
        "The item has "
            + size
            + " bytes, the limit is "
            + maxBytes
            + " (INGEST_ITEM_MAX_BYTES); its beginning is kept here.";
    DeadLetter letter = letters.of(TOO_LARGE, message, DeadLetters.Origin.NONE, head);
    letter.setFeed(delivery.feed());
    letter.setSourceName(delivery.sourceName());
    letter.setSize(size);
    letter.setTruncated(head.length < size);
    letter.setSha256(head.length < size ? "" : letter.getSha256());
    metrics.counter("wiredesk.intake.received", "feed", delivery.feed()).increment();
    metrics.deadLetters(delivery.feed(), TOO_LARGE).increment();
    return log.append(Topic.DEAD_LETTERS.topicName(), delivery.feed(), letter);
  }

  /** Proof of receipt: where the raw record lies, and the SHA-256 of the bytes. */
  public record Received(LogPosition position, String sha256) {}
}
