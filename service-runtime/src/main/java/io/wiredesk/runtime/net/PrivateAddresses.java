package io.wiredesk.runtime.net;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Tells addresses of the public Internet from all others (IANA's special-purpose registries, RFC
 * 6890), IPv4 addresses within IPv6 ones included. Stateless.
 */
public final class PrivateAddresses {

  private PrivateAddresses() {}

  /**
   * The addresses of a host.
   *
   * @param allowPrivate permits every address
   * @throws PrivateAddressException where one of them is not public
   */
  public static InetAddress[] resolve(String host, boolean allowPrivate)
      throws UnknownHostException {
    InetAddress[] addresses = InetAddress.getAllByName(host);
    for (InetAddress address : addresses) {
      if (!allowPrivate && !isPublic(address)) {
        throw new PrivateAddressException(host, address);
      }
    }
    return addresses;
  }

  /** True for an address of the public Internet. */
  public static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address
        ? isPublic4(bytes)
        : address instanceof Inet6Address && isPublic6(bytes);
  }

  private static boolean isPublic4(byte[] b) {
    int first = b[0] & 0xff;
    int second = b[1] & 0xff;
    int third = b[2] & 0xff;
    return first != 0
        && first != 10
        && first != 127
        && !(first == 100 && second >= 64 && second < 128) // shared by providers, RFC 6598
        && !(first == 172 && second >= 16 && second < 32)
        && !(first == 192 && second == 0 && (third == 0 || third == 2))
        && !(first == 192 && second == 168)
        && !(first == 169 && second == 254)
        && !(first == 198 && (second == 18 || second == 19))
        && !(first == 198 && second == 51 && third == 100)
        && !(first == 203 && second == 0 && third == 113)
        && first < 224;
  }

  private static boolean isPublic6(byte[] b) {
    if (startsWith(b, 0x00, 0x64, 0xff, 0x9b) || isZero(b, 0, 10)) { // NAT64, mapped, compatible
      return isEmbedded(b, 12);
    }
    if (startsWith(b, 0x20, 0x02)) { // 6to4
      return isEmbedded(b, 2);
    }
    boolean unicast = (b[0] & 0xe0) == 0x20; // 2000::/3
    return unicast
        && !startsWith(b, 0x20, 0x01, 0x0d, 0xb8) // documentation
        && !startsWith(b, 0x20, 0x01, 0x00, 0x00); // Teredo
  }

  private static boolean isEmbedded(byte[] b, int from) {
    try {
      return isPublic(InetAddress.getByAddress(Arrays.copyOfRange(b, from, from + 4)));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  private static boolean startsWith(byte[] b, int... prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if ((b[i] & 0xff) != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isZero(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] != 0) {
        return false;
      }
    }
    return true;
  }
}
