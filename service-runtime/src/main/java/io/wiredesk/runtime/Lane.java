package io.wiredesk.runtime;

import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * How a topology stands to urgent copy. What is urgent must not wait for what a thread has in hand
 * or a consumer has fetched: a stream thread works off all it polled before it polls again, and a
 * consumer gives what it fetched in the order in which it fetched it.
 */
public enum Lane {

  /** Takes what waits, in large steps. */
  ORDINARY("") {
    @Override
    void configure(Properties config) {
      config.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 200);
    }
  },

  /**
   * An application of its own beside the ordinary one, with its own thread and consumer: what is
   * urgent waits for nothing but other urgent copy.
   */
  URGENT("-urgent") {
    @Override
    void configure(Properties config) {
      config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
      config.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 20);
    }
  },

  /**
   * One application that reads both, because they share a state: small steps, so that what is in
   * hand or fetched is a fraction of a second's work, whatever waits on the broker.
   */
  BOTH("") {
    @Override
    void configure(Properties config) {
      config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 50);
      // a larger record comes all the same, alone
      config.put(
          StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG),
          64 * 1024);
      // a fetch that waits on idle topics holds up the next one of the busy topics
      config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), 50);
    }
  };

  private final String suffix;

  Lane(String suffix) {
    this.suffix = suffix;
  }

  /** What tells this lane's application, and its part of the health, from the ordinary one. */
  String suffix() {
    return suffix;
  }

  abstract void configure(Properties config);
}
