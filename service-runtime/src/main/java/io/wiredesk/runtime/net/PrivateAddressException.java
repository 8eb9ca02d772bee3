package io.wiredesk.runtime.net;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A host lies in a private network, and nobody said that it may. */
public final class PrivateAddressException extends UnknownHostException {
  private static final long serialVersionUID = 1L;

  PrivateAddressException(String host, InetAddress address) {
    super(
        host
            + " is the private address "
            + address.getHostAddress()
            + "; if that is meant, say allow-private: true");
  }
}
