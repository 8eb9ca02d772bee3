package io.wiredesk.cli.node;

import io.wiredesk.runtime.SettingsException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Free ports to listen on, below the ranges from which systems number outgoing connections (Linux
 * from 32768, others from 49152): a port from there may be gone before it is listened on, even to a
 * client that looks for the very server that is about to start. Stateless.
 */
public final class FreePorts {

  private static final int FIRST = 20_000;
  private static final int END = 32_000;
  private static final int ATTEMPTS = 200;

  private FreePorts() {}

  /**
   * The first of {@code count} free ports in a row. Nothing keeps them: listen soon.
   *
   * @throws SettingsException where none is found
   */
  public static int block(int count) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int first = ThreadLocalRandom.current().nextInt(FIRST, END - count);
      if (isFree(new InetSocketAddress(first), count)) {
        return first;
      }
    }
    throw new SettingsException(
        "No " + count + " free ports in a row were found from " + FIRST + " to " + END + ".");
  }

  /** Whether nothing listens on the port at that address of this machine. */
  static boolean isFree(String address, int port) {
    return isFree(new InetSocketAddress(address, port), 1);
  }

  private static boolean isFree(InetSocketAddress first, int count) {
    for (int port = first.getPort(); port < first.getPort() + count; port++) {
      try (ServerSocket socket = new ServerSocket()) {
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(first.getAddress(), port));
      } catch (IOException e) {
        return false;
      }
    }
    return true;
  }
}
