package io.wiredesk.publish;

import io.micrometer.core.instrument.Timer;
import io.wiredesk.publish.desk.Desks;
import io.wiredesk.publish.desk.Routing;
import io.wiredesk.runtime.Metrics;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the step to the desks works with, in every task. Thread-safe.
 *
 * @param hasTopic false for a desk whose topic an operator has deleted
 */
public record DeskStep(Desks desks, Predicate<String> hasTopic, Meters meters) {

  /** With meters of its own. */
  public DeskStep(Desks desks, Predicate<String> hasTopic, Metrics metrics) {
    this(desks, hasTopic, new Meters(metrics));
  }

  /** Counts and times; beyond a number of desks the others share a name. */
  public static final class Meters {

    private static final int MOST_NAMED = 500;
    private static final String WITHOUT_TOPIC = "publish.desks.without.topic";
    private static final String OTHERS = "(others)";
    private static final Logger LOG = LoggerFactory.getLogger(DeskStep.class);

    private final Metrics metrics;
    private final Timer matching;
    private final Set<String> named = ConcurrentHashMap.newKeySet();

    Meters(Metrics metrics) {
      this.metrics = metrics;
      metrics.counter(WITHOUT_TOPIC);
      this.matching =
          Timer.builder("publish.desks.match")
              .description("Time to match one item against all desks.")
              .register(metrics.registry());
    }

    <R> R timed(Supplier<R> match) {
      return matching.record(match);
    }

    void count(Routing.Delivery delivery) {
      String desk = delivery.desk();
      boolean own = named.contains(desk) || (named.size() < MOST_NAMED && named.add(desk));
      String event = delivery.event().name();
      metrics
          .counter("publish.desk.items", "desk", own ? desk : OTHERS, "event", event)
          .increment();
    }

    void countWithoutTopic(Routing.Delivery delivery) {
      LOG.warn(
          "{} has no topic any more: {} of {} is not told",
          delivery.desk(),
          delivery.event(),
          delivery.item().getUri());
      metrics.counter(WITHOUT_TOPIC).increment();
    }
  }
}
