package io.wiredesk.ingest.line;

import io.wiredesk.runtime.net.PrivateAddresses;
import java.io.IOException;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Before a look at the other side: is it time, and may its address be called. After it: how it
 * went. Used by the one thread that polls.
 */
final class LinePolls implements PollingConsumerPollStrategy {

  private final LineState state;
  private final @Nullable String host;
  private final boolean allowPrivate;

  /**
   * @param host whose address is checked before every look; null: none, or it is checked elsewhere
   */
  LinePolls(LineState state, @Nullable String host, boolean allowPrivate) {
    this.state = state;
    this.host = host;
    this.allowPrivate = allowPrivate;
  }

  @Override
  public boolean begin(Consumer consumer, Endpoint endpoint) {
    if (!state.mayTry()) {
      return false;
    }
    state.looks();
    try {
      if (host != null) {
        PrivateAddresses.resolve(host, allowPrivate);
      }
      return true;
    } catch (IOException e) {
      state.failed(
          e instanceof java.net.UnknownHostException && !e.getMessage().contains("private address")
              ? "the host " + host + " is unknown"
              : Reasons.of(e));
      return false;
    }
  }

  @Override
  public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
    if (state.mayGoOn()) {
      state.succeeded();
    }
  }

  @Override
  public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
    state.failed(Reasons.of(cause));
    return false;
  }
}
