package io.wiredesk.e2e.containers;

import io.wiredesk.cli.node.FreePorts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Free ports for the port variables of a stack. Stateless. */
final class Ports {

  private Ports() {}

  /** A free port for each variable, all different. */
  static Map<String, String> free(List<String> variables) {
    Map<String, String> ports = new HashMap<>();
    int next = FreePorts.block(variables.size());
    for (String variable : variables) {
      ports.put(variable, Integer.toString(next++));
    }
    return ports;
  }
}
