package io.wiredesk.runtime;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the subjects of all topics of a service at its start, in the background: the service is
 * not ready until that is done, however long the registry is away or refuses, and then goes on by
 * itself. Has a thread of its own; close it with the service.
 */
public final class SubjectRegistration implements AutoCloseable {

  private static final String PART = "subjects";
  private static final Logger LOG = LoggerFactory.getLogger(SubjectRegistration.class);

  private final Map<String, Schema> open;
  private final Serdes serdes;
  private final Health health;
  private final Thread thread = new Thread(this::run, "register-subjects");

  private SubjectRegistration(Map<String, Schema> subjects, Serdes serdes, Health health) {
    this.open = new LinkedHashMap<>(subjects);
    this.serdes = serdes;
    this.health = health;
  }

  /**
   * Begins.
   *
   * @param subjects schema of the values by topic
   */
  public static SubjectRegistration start(
      Map<String, Schema> subjects, Settings settings, Health health) {
    SubjectRegistration registration =
        new SubjectRegistration(subjects, new Serdes(settings, health), health);
    health.notReady(PART, "being registered");
    registration.thread.setDaemon(true);
    registration.thread.start();
    return registration;
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void run() {
    try {
      for (int attempt = 1; !isDone(); attempt++) {
        Thread.sleep(Backoff.STANDARD.before(attempt).toMillis());
      }
      health.ready(PART);
    } catch (InterruptedException | InterruptException e) {
      LOG.debug("Closed before all subjects were registered");
    }
  }

  /** Tries all that are open: one that is refused does not keep the others out. */
  private boolean isDone() {
    StringBuilder reasons = new StringBuilder();
    for (Iterator<Map.Entry<String, Schema>> all = open.entrySet().iterator(); all.hasNext(); ) {
      Map.Entry<String, Schema> one = all.next();
      try {
        serdes.subjects().ensure(one.getKey(), one.getValue());
        all.remove();
      } catch (RuntimeException e) {
        LOG.warn("Waiting for the subject of {}: {}", one.getKey(), e.getMessage());
        reasons.append(reasons.isEmpty() ? "" : "; ").append(e.getMessage());
      }
    }
    if (!reasons.isEmpty()) {
      health.notReady(PART, reasons.toString());
    }
    return open.isEmpty();
  }
}
