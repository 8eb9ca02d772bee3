package io.wiredesk.ingest.line;

import io.wiredesk.ingest.feeds.FeedSpec;
import io.wiredesk.ingest.poll.PollRefusedException;
import io.wiredesk.ingest.poll.PolledFeed;
import java.io.IOException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.scheduler.SchedulerEndpoint;

/** The route of a feed that is fetched over HTTP at intervals. Close it when the route is gone. */
final class PolledAddress extends RouteBuilder implements AutoCloseable {

  private final FeedSpec spec;
  private final LineState state;
  private final PolledFeed feed;

  PolledAddress(FeedSpec spec, LineState state, LineParts parts) throws IOException {
    this.spec = spec;
    this.state = state;
    this.feed = new PolledFeed(spec, parts.intake(), parts.marks(), parts.clock());
  }

  @Override
  public void configure() {
    errorHandler(noErrorHandler());
    SchedulerEndpoint endpoint =
        getContext()
            .getEndpoint(
                "scheduler:" + Lines.routeId(spec.name()) + "?useFixedDelay=true",
                SchedulerEndpoint.class);
    endpoint.setDelay(spec.poll().toMillis());
    endpoint.setInitialDelay(0);
    endpoint.setPollStrategy(new LinePolls(state, null, spec.allowPrivate()));
    LineFailures failures = new LineFailures(state);
    endpoint.setExceptionHandler(failures);
    from(endpoint)
        .routeId(Lines.routeId(spec.name()))
        .process(failures.recording(exchange -> poll()));
  }

  @Override
  public void close() {
    feed.close();
  }

  private void poll() throws IOException {
    try {
      feed.poll();
    } catch (PollRefusedException refused) {
      state.failed(Reasons.of(refused), refused.retryAfter());
    }
  }
}
