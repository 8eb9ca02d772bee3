package io.wiredesk.cli.node;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.ObjectName;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the session of a broker that was killed before it is started again. Until its session is
 * over, a lone broker that comes back takes itself for the leader of everything, as it was; then it
 * is nobody's leader for a moment. Kafka 4.3.1 drops the markers of transactions that it is about
 * to end at that moment, as if their partitions had been deleted, and everything behind them stays
 * hidden for ever. So the controller runs alone first, until it has fenced the broker that died.
 */
final class FormerBroker {

  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final int SESSION_MILLIS = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(FormerBroker.class);

  private FormerBroker() {}

  /** True where a broker used the directory and was not closed. */
  static boolean wasKilled(Path directory) {
    return Files.exists(directory.resolve("meta.properties"))
        && !Files.exists(directory.resolve(".kafka_cleanshutdown"));
  }

  /**
   * Returns when the controller counts no broker as alive, or after ten seconds with a warning.
   *
   * @param controller where it listens, host and port
   */
  static void fence(Path directory, String controller) {
    Properties properties = new Properties();
    properties.putAll(
        Map.of(
            "process.roles",
            "controller",
            "node.id",
            "1",
            "controller.quorum.voters",
            "1@" + controller,
            "controller.listener.names",
            "CONTROLLER",
            "listener.security.protocol.map",
            "CONTROLLER:PLAINTEXT",
            "listeners",
            "CONTROLLER://" + controller,
            "log.dirs",
            directory.toString(),
            "broker.session.timeout.ms",
            Integer.toString(SESSION_MILLIS)));
    KafkaRaftServer alone =
        new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
    alone.startup();
    try {
      awaitFenced();
    } finally {
      alone.shutdown();
      alone.awaitShutdown();
    }
  }

  private static void awaitFenced() {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!isFenced()) {
      if (System.nanoTime() > end) {
        LOG.warn("The broker that was killed is not known to be gone; the start goes on.");
        return;
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new InterruptException(e);
      }
    }
  }

  /** By the controller's own metrics: it answers no other question without a broker. */
  private static boolean isFenced() {
    return count("FencedBrokerCount") == 1 && count("ActiveBrokerCount") == 0;
  }

  private static int count(String metric) {
    try {
      ObjectName name = new ObjectName("kafka.controller:type=KafkaController,name=" + metric);
      return (Integer) ManagementFactory.getPlatformMBeanServer().getAttribute(name, "Value");
    } catch (InstanceNotFoundException e) {
      return -1; // not yet
    } catch (JMException e) {
      throw new IllegalStateException("Kafka has other metrics than " + metric, e);
    }
  }
}
