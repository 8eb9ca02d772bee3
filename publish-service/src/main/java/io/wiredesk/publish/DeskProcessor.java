package io.wiredesk.publish;

import io.wiredesk.publish.desk.Routing;
import io.wiredesk.schemas.DeskReach;
import io.wiredesk.schemas.GateState;
import io.wiredesk.schemas.PublishedItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Routes what the gate publishes to the desks, in the gate's task and so in its transaction, and
 * remembers which desks each uri reached. When desks were taken out of the file it walks through
 * that memory, a stretch at a time, and tells those desks that their items left. Used by one stream
 * thread; Streams closes it.
 */
final class DeskProcessor implements Processor<String, PublishedItem, String, Object> {

  private static final Duration STRIDE = Duration.ofMillis(200);
  private static final int STRETCH = 1_000;

  private final DeskStep step;
  private ProcessorContext<String, Object> context;
  private KeyValueStore<String, DeskReach> reaches;
  private KeyValueStore<String, GateState> states;
  private long walked;
  private long walking;
  private String from = "";

  /** A processor for one task. */
  @SuppressWarnings("NullAway.Init") // init is called before anything else
  DeskProcessor(DeskStep step) {
    this.step = step;
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    reaches = context.getStateStore(PublishTopology.REACH);
    states = context.getStateStore(PublishTopology.STATES);
    context.schedule(STRIDE, PunctuationType.WALL_CLOCK_TIME, this::walk);
  }

  @Override
  public void process(Record<String, PublishedItem> record) {
    String uri = record.key();
    DeskReach before = reaches.get(uri);
    PublishedItem state = record.value();
    Routing.Routed routed =
        Routing.route(
            before, state, () -> step.meters().timed(() -> step.desks().match(state.getItem())));
    context.forward(record.withValue(routed.published()), PublishTopology.WRITE_PUBLISHED);
    carryOut(before, record.withValue(routed));
  }

  private void carryOut(@Nullable DeskReach before, Record<String, Routing.Routed> record) {
    String uri = record.key();
    Routing.Routed routed = record.value();
    DeskReach reach = routed.reach();
    if (reach != null && !reach.equals(before)) {
      reaches.put(uri, reach);
    }
    for (Routing.Delivery delivery : routed.deliveries()) {
      if (step.hasTopic().test(delivery.desk())) {
        context.forward(record.withValue(delivery), PublishTopology.WRITE_DESKS);
        step.meters().count(delivery);
      } else {
        step.meters().countWithoutTopic(delivery);
      }
    }
  }

  private void walk(long now) {
    long generation = step.desks().generation();
    if (walked == generation) {
      return;
    }
    if (walking != generation) {
      walking = generation;
      from = "";
    }
    List<KeyValue<String, DeskReach>> stretch = stretch();
    Predicate<String> isRemoved = step.desks()::isRemoved;
    for (KeyValue<String, DeskReach> entry : stretch) {
      List<String> removed = entry.value.getOn().stream().filter(isRemoved).toList();
      if (!removed.isEmpty()) {
        withdraw(entry.key, entry.value, removed, now);
      }
    }
    if (stretch.size() < STRETCH) {
      walked = generation;
    } else {
      from = stretch.get(stretch.size() - 1).key + '\0';
    }
  }

  private void withdraw(String uri, DeskReach reach, List<String> removed, long now) {
    GateState state = states.get(uri);
    if (state == null || state.getCurrent() == null) {
      throw new IllegalStateException("On a desk, and never public: " + uri);
    }
    carryOut(reach, new Record<>(uri, Routing.withdraw(reach, state.getCurrent(), removed), now));
  }

  private List<KeyValue<String, DeskReach>> stretch() {
    List<KeyValue<String, DeskReach>> entries = new ArrayList<>();
    try (KeyValueIterator<String, DeskReach> all = reaches.range(from, null)) {
      while (all.hasNext() && entries.size() < STRETCH) {
        entries.add(all.next());
      }
    }
    return entries;
  }
}
