package io.wiredesk.e2e.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Free ports for the port variables of a stack. Stateless. */
final class Ports {

  private Ports() {}

  /** A free port for each variable, all different. */
  static Map<String, String> free(List<String> variables) {
    Map<String, String> ports = new HashMap<>();
    List<ServerSocket> open = new ArrayList<>();
    try {
      for (String variable : variables) {
        ServerSocket socket = new ServerSocket(0);
        open.add(socket);
        ports.put(variable, Integer.toString(socket.getLocalPort()));
      }
      for (ServerSocket socket : open) {
        socket.close();
      }
      return ports;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
