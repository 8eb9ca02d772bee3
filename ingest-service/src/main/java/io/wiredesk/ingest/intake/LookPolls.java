package io.wiredesk.ingest.intake;

import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;

/** Does something as each look at a folder begins; all else another strategy says. */
public final class LookPolls implements PollingConsumerPollStrategy {

  private final PollingConsumerPollStrategy polls;
  private final Runnable looks;

  /**
   * As {@code polls} say.
   *
   * @param looks runs before every look
   */
  public LookPolls(PollingConsumerPollStrategy polls, Runnable looks) {
    this.polls = polls;
    this.looks = looks;
  }

  @Override
  public boolean begin(Consumer consumer, Endpoint endpoint) {
    boolean begins = polls.begin(consumer, endpoint);
    if (begins) {
      looks.run();
    }
    return begins;
  }

  @Override
  public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
    polls.commit(consumer, endpoint, polledMessages);
  }

  @Override
  public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause)
      throws Exception {
    return polls.rollback(consumer, endpoint, retryCounter, cause);
  }
}
