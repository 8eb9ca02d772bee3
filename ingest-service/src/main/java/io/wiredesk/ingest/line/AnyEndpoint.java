package io.wiredesk.ingest.line;

import io.wiredesk.ingest.feeds.FeedOption;
import io.wiredesk.ingest.feeds.FeedSpec;
import io.wiredesk.ingest.intake.Delivery;
import io.wiredesk.schemas.Transport;
import java.util.Arrays;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The route of a feed that comes from any endpoint of Camel whose component is on the class path:
 * each message's body is one transmission. While the broker is away the message is held and tried
 * again; other failures are the endpoint's to deal with.
 */
final class AnyEndpoint extends RouteBuilder {

  private static final String FILE_NAME = "CamelFileName";

  private final FeedSpec spec;
  private final LineState state;
  private final LineParts parts;

  AnyEndpoint(FeedSpec spec, LineState state, LineParts parts) {
    this.spec = spec;
    this.state = state;
    this.parts = parts;
  }

  @Override
  public void configure() {
    errorHandler(defaultErrorHandler().logExhausted(false));
    onException(Exception.class)
        .onWhen(exchange -> Reasons.isBroker(exchange.getException()))
        .maximumRedeliveries(-1)
        .redeliveryDelay(1_000)
        .backOffMultiplier(2)
        .useExponentialBackOff()
        .maximumRedeliveryDelay(30_000);
    from(spec.require(FeedOption.URI)).routeId(Lines.routeId(spec.name())).process(this::take);
  }

  private void take(Exchange exchange) {
    try {
      byte @Nullable [] bytes = exchange.getIn().getBody(byte[].class);
      String name = exchange.getIn().getHeader(FILE_NAME, String.class);
      String type = exchange.getIn().getHeader(Exchange.CONTENT_TYPE, String.class);
      int most = parts.intake().maxBytes();
      Delivery delivery = new Delivery(spec.name(), Transport.OTHER, name, type);
      if (bytes != null && bytes.length > most) {
        parts.intake().refuseTooLarge(delivery, Arrays.copyOf(bytes, most), bytes.length);
      } else if (bytes != null && bytes.length > 0) {
        parts.intake().receive(delivery, bytes);
      }
      state.succeeded();
    } catch (RuntimeException e) {
      state.failed(Reasons.of(e));
      throw e;
    }
  }
}
