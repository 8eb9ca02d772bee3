package io.wiredesk.publish.webhook;

import io.wiredesk.publish.gate.PublicView;
import io.wiredesk.publish.output.Links;
import io.wiredesk.publish.receipt.ReceiptBook;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.runtime.DurableLog;
import io.wiredesk.runtime.Health;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.Receipt;
import io.wiredesk.schemas.Topic;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/**
 * What all webhooks share: how states become messages, and where receipts and states that were
 * given up go. Thread-safe.
 */
public final class WebhookDelivery {

  /** Reason of the dead letter of a state that a subscriber cannot take. */
  public static final String GAVE_UP = "WEBHOOK_GAVE_UP";

  private final WebhookWorker.Consumers consumers;
  private final DurableLog log;
  private final DeadLetters letters;
  private final Links links;
  private final Clock clock;

  /**
   * What webhooks share.
   *
   * @param consumers makes consumers
   * @param log must be open as long as the webhooks
   * @param links of this service
   */
  public WebhookDelivery(
      WebhookWorker.Consumers consumers,
      DurableLog log,
      DeadLetters letters,
      Links links,
      Clock clock) {
    this.consumers = consumers;
    this.log = log;
    this.letters = letters;
    this.links = links;
    this.clock = clock;
  }

  /** The webhooks of a file, not started. */
  public Webhooks webhooks(Webhooks.Plan plan, Health health) {
    return new Webhooks(
        plan, new Webhooks.Means(consumers, new Log(), this::message, clock), health);
  }

  private WebhookMessage message(Subscription subscription, PublicView view) {
    return WebhookMessage.of(subscription.name(), subscription.format(), view, links);
  }

  private final class Log implements WebhookWorker.Sink {
    @Override
    public void receipt(Subscription subscription, PublishedItem state) {
      Receipt receipt =
          Receipt.newBuilder()
              .setConsumer(subscription.name())
              .setUri(state.getUri())
              .setSequence(state.getSequence())
              .setActedAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
              .setNote("The webhook answered 2xx.")
              .build();
      String key = ReceiptBook.key(receipt.getConsumer(), receipt.getUri());
      log.append(Topic.RECEIPTS.topicName(), key, receipt);
    }

    @Override
    public void letter(
        Subscription subscription, DeliveryLine.Entry entry, WebhookMessage message, String why) {
      String sentence =
          "The webhook "
              + subscription.name()
              + " does not take this state, although it takes a test call: "
              + why
              + ".";
      DeadLetters.Origin origin =
          new DeadLetters.Origin(subscription.topic(), entry.partition(), entry.offset());
      DeadLetter letter = letters.of(GAVE_UP, sentence, origin, message.body());
      letter.setSourceName(subscription.name());
      log.append(Topic.DEAD_LETTERS.topicName(), entry.state().getUri(), letter);
    }
  }
}
