package io.wiredesk.ingest.poll;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A host of a feed lies in a private network, and the feed does not say that it may. */
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
