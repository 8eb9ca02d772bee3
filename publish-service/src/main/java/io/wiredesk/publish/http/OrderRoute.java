package io.wiredesk.publish.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ServiceUnavailableResponse;
import io.wiredesk.publish.index.PublicIndex;
import io.wiredesk.runtime.DurableLog;
import io.wiredesk.runtime.LogPosition;
import io.wiredesk.runtime.SlowWorld;
import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.Topic;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /items/{uri}/orders}: an editor kills, withholds, releases or embargoes an item by
 * hand. 202 with the order's place on {@code news.orders} once it is durable; the release gate
 * obeys from there. 400 for what is no order, 401, 403 and 415 by {@link OrderAccess}, 503 while
 * the broker is away. An order on a uri that is not public here is taken as well: it may be about
 * to come. Thread-safe.
 */
public final class OrderRoute {

  private static final Logger LOG = LoggerFactory.getLogger(OrderRoute.class);
  private static final Pattern URI = Pattern.compile("[^\\p{Cntrl}]{1,2000}");

  private final OrderAccess access;
  private final DurableLog log;
  private final PublicIndex index;
  private final Clock clock;
  private final BooleanSupplier open;
  private final AtomicReference<Instant> last = new AtomicReference<>(Instant.MIN);

  /**
   * A route.
   *
   * @param log must be open as long as the server
   * @param clock says when an order was given
   * @param open false as long as the log may not have its topics yet
   */
  public OrderRoute(
      OrderAccess access, DurableLog log, PublicIndex index, Clock clock, BooleanSupplier open) {
    this.access = access;
    this.log = log;
    this.index = index;
    this.clock = clock;
    this.open = open;
  }

  public void addTo(JavalinConfig config) {
    config.routes.post("/items/<uri>/orders", this::take);
  }

  private void take(Context ctx) {
    access.require(ctx);
    String uri = ctx.pathParam("uri");
    if (uri.isBlank() || !URI.matcher(uri).matches()) {
      throw new BadRequestResponse("An item's uri is one line of at most 2000 characters.");
    }
    if (!open.getAsBoolean()) {
      throw new ServiceUnavailableResponse("The service is starting; send the order again.");
    }
    OrderText text = OrderText.parse(ctx.body(), clock.instant());
    GateOrder order = order(uri, text);
    try {
      LogPosition position = log.append(Topic.ORDERS.topicName(), uri, order);
      LOG.info("{} of {} by {}: {}", order.getAction(), uri, order.getBy(), order.getReason());
      ctx.status(202).json(answer(order, position));
    } catch (RuntimeException e) {
      if (!SlowWorld.isToBlame(e)) {
        throw e;
      }
      ctx.status(503).header("Retry-After", "5");
      ctx.json(
          Map.of(
              "error",
              "Kafka did not confirm the order in time; it may count or not, so send it again."));
    }
  }

  private GateOrder order(String uri, OrderText text) {
    return GateOrder.newBuilder()
        .setUri(uri)
        .setAction(text.action())
        .setBy(text.by())
        .setByHand(true)
        .setAt(now())
        .setUntil(text.until())
        .setReason(text.reason())
        .setWithoutHeadline(text.withoutHeadline())
        .setResolves(text.resolves())
        .build();
  }

  /** Later than every order before: of two with one time the gate takes the first alone. */
  private Instant now() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return last.updateAndGet(before -> now.isAfter(before) ? now : before.plusMillis(1));
  }

  private Map<String, Object> answer(GateOrder order, LogPosition position) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("uri", order.getUri());
    answer.put("action", order.getAction().name().toLowerCase(Locale.ROOT));
    answer.put("by", order.getBy());
    answer.put("at", order.getAt().toString());
    if (order.getUntil() != null) {
      answer.put("until", order.getUntil().toString());
    }
    answer.put("topic", position.topic());
    answer.put("partition", position.partition());
    answer.put("offset", position.offset());
    answer.put("note", note(order));
    return answer;
  }

  private String note(GateOrder order) {
    if (!index.isReady()) {
      return "The public items are still being read here; the order counts all the same.";
    }
    return index
        .find(order.getUri())
        .map(shown -> OrderEffect.on(shown, order.getAction()))
        .orElse(
            "No public item with this uri among the newest "
                + index.capacity()
                + ": check the uri. "
                + OrderEffect.onUnknown(order.getAction()));
  }
}
