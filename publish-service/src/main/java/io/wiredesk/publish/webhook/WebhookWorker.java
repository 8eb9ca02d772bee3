package io.wiredesk.publish.webhook;

import io.wiredesk.publish.gate.PublicView;
import io.wiredesk.runtime.Backoff;
import io.wiredesk.runtime.SlowWorld;
import io.wiredesk.schemas.PublishedItem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers one subscription. Its consumer group gives each partition to one instance and keeps the
 * position; a second consumer, in no group, reads ahead of it for notices. After a crash the states
 * since the last commit are sent again, under the same ids. Has a thread of its own; close it with
 * the service.
 */
public final class WebhookWorker implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration LOOK = Duration.ofMillis(10);
  private static final Logger LOG = LoggerFactory.getLogger(WebhookWorker.class);

  private final Subscription subscription;
  private final Surroundings around;
  private final Consumer<String, PublishedItem> group;
  private final Consumer<String, PublishedItem> scout;
  private final WebhookClient client;
  private final AtomicLong delivered = new AtomicLong();
  private final AtomicLong givenUp = new AtomicLong();
  private final AtomicReference<@Nullable Instant> replayFrom = new AtomicReference<>();
  private final Thread thread;
  private volatile DeliveryLine line;
  private volatile boolean resume;
  private volatile boolean closing;
  private Map<TopicPartition, OffsetAndMetadata> committed = Map.of();

  /**
   * What a worker works with.
   *
   * @param consumers makes a consumer: in a group, or in none for null
   * @param sink where receipts and what is given up go
   * @param messages makes what is sent
   */
  record Surroundings(
      Consumers consumers, Sink sink, Messages messages, RetryPlan plan, Clock clock) {}

  /** Makes consumers. */
  public interface Consumers {
    Consumer<String, PublishedItem> make(@Nullable String group, boolean fromStart);
  }

  /** Makes messages. */
  interface Messages {
    WebhookMessage of(Subscription subscription, PublicView view);
  }

  /** What becomes of a state besides its delivery. */
  interface Sink {
    void receipt(Subscription subscription, PublishedItem state);

    void letter(
        Subscription subscription, DeliveryLine.Entry entry, WebhookMessage message, String why);
  }

  WebhookWorker(Subscription subscription, Surroundings around) {
    this.subscription = subscription;
    this.around = around;
    this.client = new WebhookClient(subscription);
    this.group =
        around
            .consumers()
            .make("wiredesk-webhook-" + subscription.name(), subscription.fromStart());
    this.scout = around.consumers().make(null, true);
    this.line = newLine();
    this.thread = new Thread(this::run, "webhook-" + subscription.name());
    thread.setDaemon(true);
    thread.start();
  }

  Subscription subscription() {
    return subscription;
  }

  /** The line as it stands; a glance from another thread. */
  DeliveryLine line() {
    return line;
  }

  long delivered() {
    return delivered.get();
  }

  long givenUp() {
    return givenUp.get();
  }

  /** False once a bug has stopped it. */
  boolean isAlive() {
    return thread.isAlive();
  }

  /** Goes on at once after a failure or a pause. */
  void resume() {
    resume = true;
  }

  /** Sends again what became public since then. */
  void replay(Instant since) {
    replayFrom.set(since);
  }

  /** Calls the subscriber with a test message, from the caller's thread. */
  Answer test() {
    try (WebhookClient once = new WebhookClient(subscription)) {
      Instant now = around.clock().instant();
      return once.post(WebhookMessage.test(subscription.name(), now.toString()), now);
    }
  }

  @Override
  public void close() {
    closing = true;
    group.wakeup();
    try {
      thread.join(Duration.ofSeconds(WebhookClient.SECONDS + 5L).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      group.subscribe(List.of(subscription.topic()), new Assignment());
      for (int attempt = 1; !closing; attempt++) {
        try {
          turn();
          attempt = 0;
        } catch (WakeupException e) {
          LOG.debug("Woken to close.");
        } catch (RecordDeserializationException e) {
          skip(e);
        } catch (RuntimeException e) {
          if (!SlowWorld.isToBlame(e)) {
            throw e;
          }
          Thread.sleep(Backoff.STANDARD.before(attempt).toMillis());
        }
      }
      commit();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("The webhook {} has stopped", subscription.name(), e);
    } finally {
      client.close();
      group.close();
      scout.close();
    }
  }

  private void turn() {
    Instant since = replayFrom.getAndSet(null);
    if (since != null) {
      goBack(since);
    }
    if (resume) {
      resume = false;
      line.resume();
    }
    if (line.takesAhead() && !scout.assignment().isEmpty()) {
      scout.poll(LOOK).forEach(record -> line.ahead(entry(record)));
    }
    DeliveryLine.Step step = line.step(around.clock().instant());
    boolean reads = step == DeliveryLine.Step.NEEDS_MORE && line.takesInOrder();
    if (reads) {
      group.resume(group.paused());
    } else {
      group.pause(group.assignment());
    }
    // also without a need for records: a member that does not poll loses its partitions
    group
        .poll(step == DeliveryLine.Step.DONE ? Duration.ZERO : POLL)
        .forEach(record -> line.inOrder(entry(record)));
    if (step != DeliveryLine.Step.DONE) {
      commit();
    }
  }

  private static DeliveryLine.Entry entry(ConsumerRecord<String, PublishedItem> record) {
    return new DeliveryLine.Entry(record.partition(), record.offset(), record.value());
  }

  private void skip(RecordDeserializationException e) {
    LOG.error("{}@{} cannot be read and is not sent", e.topicPartition(), e.offset(), e);
    for (Consumer<String, PublishedItem> consumer : List.of(group, scout)) {
      if (consumer.assignment().contains(e.topicPartition())
          && consumer.position(e.topicPartition()) <= e.offset()) {
        consumer.seek(e.topicPartition(), e.offset() + 1);
      }
    }
  }

  private void commit() {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    line.done()
        .forEach(
            (partition, offset) ->
                offsets.put(
                    new TopicPartition(subscription.topic(), partition),
                    new OffsetAndMetadata(offset)));
    offsets.keySet().retainAll(group.assignment());
    if (offsets.isEmpty() || offsets.equals(committed)) {
      return;
    }
    try {
      group.commitSync(offsets);
      committed = offsets;
    } catch (CommitFailedException | RebalanceInProgressException e) {
      LOG.debug("Another instance has the partitions now, and sends those states again.", e);
    }
  }

  private void goBack(Instant since) {
    Map<TopicPartition, Long> times = new HashMap<>();
    group.assignment().forEach(partition -> times.put(partition, since.toEpochMilli()));
    group
        .offsetsForTimes(times)
        .forEach(
            (partition, found) -> {
              if (found != null) {
                group.seek(partition, found.offset());
              }
            });
    startAfresh(group.assignment());
  }

  private void startAfresh(Collection<TopicPartition> partitions) {
    line = newLine();
    committed = Map.of();
    scout.assign(List.copyOf(partitions));
    partitions.forEach(partition -> scout.seek(partition, group.position(partition)));
  }

  private DeliveryLine newLine() {
    return new DeliveryLine(new Subscriber(), around.plan());
  }

  /** A change of the group's partitions begins a new line at what is committed. */
  private final class Assignment implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      commit();
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      LOG.warn("The webhook {} lost its partitions for a moment.", subscription.name());
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      List<TopicPartition> all = new ArrayList<>(group.assignment());
      startAfresh(all);
    }
  }

  private final class Subscriber implements DeliveryLine.Endpoint {
    @Override
    public Answer send(DeliveryLine.Entry entry, Instant now) {
      PublicView view = PublicView.of(entry.state(), now).orElse(null);
      if (view == null) {
        return Answer.none("its embargo lasts by the clock of this machine");
      }
      Answer answer = client.post(around.messages().of(subscription, view), now);
      if (answer.isSuccess()) {
        delivered.incrementAndGet();
        if (entry.isNotice() && subscription.successIsReceipt()) {
          around.sink().receipt(subscription, entry.state());
        }
      }
      return answer;
    }

    @Override
    public Answer test(Instant now) {
      return client.post(WebhookMessage.test(subscription.name(), now.toString()), now);
    }

    @Override
    public void giveUp(DeliveryLine.Entry entry, String why) {
      PublicView view = PublicView.of(entry.state(), Instant.MAX).orElseThrow();
      around.sink().letter(subscription, entry, around.messages().of(subscription, view), why);
      givenUp.incrementAndGet();
    }
  }
}
