package io.wiredesk.registry.door;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host and perhaps a port, as in {@code Host} and in an origin. Immutable.
 *
 * @param host lower case, without a dot at the end; an IPv6 address in brackets
 * @param port {@link #NO_PORT} where none is written
 */
record Authority(String host, int port) {

  static final int NO_PORT = -1;

  private static final Pattern FORM =
      Pattern.compile("(\\[[0-9a-f:.]{2,45}]|[a-z0-9*_.-]{1,253}?)\\.?(?::(\\d{1,5}))?");
  private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
  private static final Pattern LOOPBACK_V4 = Pattern.compile("127(?:\\." + BYTE + "){3}");
  private static final Set<String> LOOPBACK_V6 = Set.of("[::1]", "[0:0:0:0:0:0:0:1]");
  private static final Set<String> ALL = Set.of("0.0.0.0", "::", "[::]", "0:0:0:0:0:0:0:0");

  /** Reads one; empty for anything else. */
  static Optional<Authority> of(String text) {
    Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      return Optional.empty();
    }
    int port = form.group(2) == null ? NO_PORT : Integer.parseInt(form.group(2));
    return port > 65_535 ? Optional.empty() : Optional.of(new Authority(form.group(1), port));
  }

  /** An address to listen on, as a host is written; empty where it stands for all addresses. */
  static String listening(String address) {
    String host = address.strip().toLowerCase(Locale.ROOT);
    if (ALL.contains(host)) {
      return "";
    }
    return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
  }

  /** True for names that lead nowhere but to the machine of whoever uses them. */
  boolean isLoopback() {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || LOOPBACK_V6.contains(host)
        || LOOPBACK_V4.matcher(host).matches();
  }
}
