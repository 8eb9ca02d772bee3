package io.wiredesk.publish;

import io.micrometer.core.instrument.Timer;
import io.wiredesk.publish.gate.Gate;
import io.wiredesk.publish.gate.Outcome;
import io.wiredesk.publish.gate.Verdict;
import io.wiredesk.runtime.Commits;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.runtime.Metrics;
import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.GateState;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the gate over its two stores: the state of each uri, and an index of instants at which a
 * state has something to do by itself, in order of time. Both are restored from their changelogs,
 * so that a restart or rebalance loses no embargo. Used by one stream thread; Streams closes it.
 */
final class GateProcessor implements Processor<String, SpecificRecord, String, SpecificRecord> {

  /** Most uris released in one go, so that a thousand embargoes of 6 a.m. do not stall the rest. */
  private static final int BATCH = 500;

  private static final String OUTCOMES = "publish.gate";
  private static final String OUTCOME = "outcome";
  private static final String UNRESOLVED = "publish.unresolved";
  private static final String REASON = "reason";
  private static final List<String> REMEMBERED = List.of("UNRESOLVED_KILL", "UNRESOLVED_ORDER");
  private static final List<String> REFUSALS =
      List.of(
          "KEY_MISMATCH",
          "UNRESOLVED_KILL",
          "UNRESOLVED_ORDER",
          "UNKNOWN_ORDER",
          "ORDER_WITHOUT_INSTANT",
          "FOREIGN_RELEASE");

  private static final Logger LOG = LoggerFactory.getLogger(GateProcessor.class);

  private final Gate gate;
  private final Duration interval;
  private final DeadLetters letters;
  private final Serializer<SpecificRecord> serializer;
  private final Metrics metrics;
  private final Timer delay;
  private final Timer ordinary;
  private ProcessorContext<String, SpecificRecord> context;
  private KeyValueStore<String, GateState> states;
  private KeyValueStore<String, String> due;

  /**
   * A processor for one task.
   *
   * @param interval between two looks at the clock
   * @param serializer writes what is refused into dead letters
   */
  @SuppressWarnings("NullAway.Init") // init is called before anything else
  GateProcessor(
      Gate gate,
      Duration interval,
      DeadLetters letters,
      Serializer<SpecificRecord> serializer,
      Metrics metrics) {
    this.gate = gate;
    this.interval = interval;
    this.letters = letters;
    this.serializer = serializer;
    this.metrics = metrics;
    this.delay = metrics.registry().timer("publish.urgent.delay");
    this.ordinary = metrics.registry().timer("publish.item.delay");
    for (Outcome outcome : EnumSet.complementOf(EnumSet.of(Outcome.UNCHANGED))) {
      metrics.counter(OUTCOMES, OUTCOME, outcome.name());
    }
    REMEMBERED.forEach(reason -> metrics.counter(UNRESOLVED, REASON, reason));
    metrics.expectDeadLetters("", REFUSALS);
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> context) {
    this.context = context;
    states = context.getStateStore(PublishTopology.STATES);
    due = context.getStateStore(PublishTopology.DUE);
    context.schedule(
        interval,
        PunctuationType.WALL_CLOCK_TIME,
        millis -> releaseDue(Instant.ofEpochMilli(millis)));
  }

  @Override
  public void process(Record<String, SpecificRecord> record) {
    Commits.soon(context, record.timestamp());
    Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
    String uri = record.key();
    SpecificRecord value = record.value();
    if (uri.isBlank() || !uri.equals(uriOf(value))) {
      String message = "The record's key is not the uri of the item in it.";
      refuse(record, new Verdict.Alarm("KEY_MISMATCH", message, false, null));
      return;
    }
    GateState before = states.get(uri);
    boolean ahead = isUrgent();
    Verdict verdict = decide(before, value, ahead, now);
    carryOut(uri, before, verdict, new Cause(now, ahead ? now : at(record), record.headers()));
    if (verdict.outcome() != Outcome.DUPLICATE && value instanceof NewsItem item) {
      (ahead ? delay : ordinary).record(Duration.between(item.getSource().getReceivedAt(), now));
    }
    if (verdict.alarm() != null) {
      alarm(record, verdict.alarm());
    }
  }

  /**
   * What the wire ordered is on its way as an item, and the raw record has its one place: of an
   * order that is remembered there is no dead letter as well.
   */
  private void alarm(Record<String, SpecificRecord> record, Verdict.Alarm alarm) {
    boolean byWire = !(record.value() instanceof GateOrder order) || !order.getByHand();
    if (byWire && alarm.isRemembered()) {
      LOG.error("{} for {}: {}", alarm.reason(), record.key(), alarm.message());
      metrics.counter(UNRESOLVED, REASON, alarm.reason()).increment();
    } else {
      refuse(record, alarm);
    }
  }

  private Verdict decide(
      @Nullable GateState before, SpecificRecord value, boolean ahead, Instant now) {
    if (value instanceof GateOrder order) {
      return gate.obey(before, order, now);
    }
    NewsItem item = (NewsItem) value;
    return ahead ? gate.receiveAhead(before, item, now) : gate.receive(before, item, now);
  }

  private boolean isUrgent() {
    return context
        .recordMetadata()
        .map(RecordMetadata::topic)
        .filter(Topic.ENRICHED_URGENT.topicName()::equals)
        .isPresent();
  }

  private void releaseDue(Instant now) {
    for (KeyValue<String, String> entry : dueUntil(now)) {
      String uri = entry.value;
      GateState before = states.get(uri);
      if (before == null) {
        throw new IllegalStateException("Due without a state: " + entry.key);
      }
      NewsItem waiting = before.getPending();
      Instant since = waiting == null ? now : waiting.getSource().getReceivedAt();
      carryOut(uri, before, gate.tick(before, now), new Cause(now, since, new RecordHeaders()));
      context.commit();
    }
  }

  private List<KeyValue<String, String>> dueUntil(Instant now) {
    List<KeyValue<String, String>> entries = new ArrayList<>();
    try (KeyValueIterator<String, String> all = due.range("", key(now.plusMillis(1), ""))) {
      while (all.hasNext() && entries.size() < BATCH) {
        entries.add(all.next());
      }
    }
    return entries;
  }

  /**
   * Why and when something is decided.
   *
   * @param now by the clock
   * @param inLine since when what is decided upon waits in line: orders that come of it take their
   *     place there, neither before the items they may name nor behind what came later
   * @param headers of the record that is decided upon: what comes of it is of its trace
   */
  private record Cause(Instant now, Instant inLine, Headers headers) {}

  private void carryOut(String uri, @Nullable GateState before, Verdict verdict, Cause cause) {
    if (!verdict.state().equals(before)) {
      states.put(uri, verdict.state());
      index(uri, before, verdict.state());
    }
    if (verdict.publication() != null) {
      context.forward(
          new Record<>(uri, verdict.publication(), cause.now().toEpochMilli(), cause.headers()),
          PublishTopology.ROUTE);
    }
    for (GateOrder order : verdict.orders()) {
      context.forward(
          new Record<>(order.getUri(), order, cause.inLine().toEpochMilli(), cause.headers()),
          PublishTopology.WRITE_ORDERS);
    }
    count(uri, verdict);
  }

  private void index(String uri, @Nullable GateState before, GateState after) {
    String old = before == null ? null : gate.due(before).map(at -> key(at, uri)).orElse(null);
    String fresh = gate.due(after).map(at -> key(at, uri)).orElse(null);
    if (old != null && !old.equals(fresh)) {
      due.delete(old);
    }
    if (fresh != null && !fresh.equals(old)) {
      due.put(fresh, uri);
    }
  }

  private void count(String uri, Verdict verdict) {
    if (verdict.outcome() == Outcome.UNCHANGED) {
      return;
    }
    metrics.counter(OUTCOMES, OUTCOME, verdict.outcome().name()).increment();
    if (verdict.outcome() == Outcome.RETRACTED || verdict.outcome() == Outcome.CANCELED) {
      LOG.warn("{} was public and is taken back: {}", uri, verdict.why());
    } else {
      LOG.debug("{} {}: {}", verdict.outcome(), uri, verdict.why());
    }
  }

  private void refuse(Record<String, SpecificRecord> record, Verdict.Alarm alarm) {
    String reason = alarm.reason();
    String message = alarm.message();
    RecordMetadata origin = context.recordMetadata().orElseThrow();
    LOG.warn("Dead letter {} for {}: {}", reason, record.key(), message);
    byte[] payload = serializer.serialize(origin.topic(), record.value());
    var letter =
        letters.of(
            reason,
            message,
            new DeadLetters.Origin(origin.topic(), origin.partition(), origin.offset()),
            payload == null ? new byte[0] : payload);
    String feed = "";
    if (record.value() instanceof NewsItem item) {
      feed = item.getSource().getFeed();
      letter.setFeed(feed);
      letter.setSourceName(item.getSource().getSourceName());
    } else if (((GateOrder) record.value()).getEntitlement() != null) {
      feed = ((GateOrder) record.value()).getEntitlement().getFeed();
      letter.setFeed(feed);
    }
    letter.setKill(alarm.kill());
    metrics.deadLetters(feed, reason).increment();
    context.forward(
        new Record<>(record.key(), letter, context.currentSystemTimeMs(), record.headers()),
        PublishTopology.WRITE_DEAD_LETTERS);
  }

  private static Instant at(Record<String, SpecificRecord> record) {
    return Instant.ofEpochMilli(record.timestamp());
  }

  private static String uriOf(SpecificRecord value) {
    return value instanceof GateOrder order ? order.getUri() : ((NewsItem) value).getUri();
  }

  /** Sorts by time, then uri; instants before 1970 sort before all, which is due at once. */
  private static String key(Instant at, String uri) {
    return String.format("%019d %s", Math.max(0, at.toEpochMilli()), uri);
  }
}
