package io.wiredesk.cli.node;

import io.wiredesk.runtime.SettingsException;

/**
 * The ports of one node; 0 means any free one.
 *
 * @param http first of four: publish, registry, ingest, enrich
 * @param kafka broker
 */
public record NodePorts(int http, int kafka) {

  private static final int HTTP_PORTS = 4;

  /** Free ones, to be used soon. */
  public static NodePorts free() {
    int first = FreePorts.block(HTTP_PORTS + 1);
    return new NodePorts(first, first + HTTP_PORTS);
  }

  /**
   * Returns where nothing listens on them yet: an answer before Kafka is started.
   *
   * @throws SettingsException when one is taken
   */
  void requireFree() {
    requireFree(kafka, "something else, perhaps another Kafka", "--kafka-port");
    for (int port = http; http != 0 && port < http + HTTP_PORTS; port++) {
      requireFree(port, "something else", "--port, first of " + HTTP_PORTS + " in a row");
    }
  }

  int publish() {
    return http;
  }

  int registry() {
    return http == 0 ? 0 : http + 1;
  }

  int ingest() {
    return http == 0 ? 0 : http + 2;
  }

  int enrich() {
    return http == 0 ? 0 : http + 3;
  }

  private static void requireFree(int port, String what, String option) {
    if (port != 0 && !FreePorts.isFree(EmbeddedKafka.LOOPBACK, port)) {
      throw new SettingsException(
          "Port "
              + port
              + " is in use: "
              + what
              + ", listens there. Choose one with "
              + option
              + ".");
    }
  }
}
