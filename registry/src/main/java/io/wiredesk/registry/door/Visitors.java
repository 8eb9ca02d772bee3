package io.wiredesk.registry.door;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps web pages of others out of a port: a browser sends what any page asks it to send, and says
 * so. A request is refused when its {@code Origin} or {@code Sec-Fetch-Site} is foreign, and when
 * its {@code Host} is neither a name of this machine (localhost, 127.0.0.1, [::1]), nor the address
 * listened on, nor one of the names given. {@code /health} and {@code /metrics} are for everybody;
 * so is a link that a person follows. Programs, which send neither header, are not meant.
 * Immutable.
 */
public final class Visitors {

  private static final Pattern ORIGIN = Pattern.compile("(https?)://([^/\\s]+)");
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
  private static final String ANY = "*";
  private static final int SHOWN = 100;

  private final List<Authority> names;
  private final String listening;
  private final String setting;

  private Visitors(List<Authority> names, String listening, String setting) {
    this.names = names;
    this.listening = listening;
    this.setting = setting;
  }

  /**
   * The rule of one server.
   *
   * @param listening address that the server listens on
   * @param names further hosts under which it is reached, e.g. behind a proxy: {@code
   *     news.example.org}, {@code *.example.org}, with or without a port; {@code *} for any
   * @param setting where an operator writes the names, for the sentence of a refusal
   * @throws IllegalArgumentException for what is no name
   */
  public static Visitors of(String listening, Collection<String> names, String setting) {
    List<Authority> known =
        names.stream()
            .map(
                name ->
                    Authority.of(name)
                        .orElseThrow(
                            () -> new IllegalArgumentException(name + " is no name of a host")))
            .toList();
    return new Visitors(known, Authority.listening(listening), setting);
  }

  /**
   * Why a request is refused, in a sentence; empty where it may pass.
   *
   * @param method HTTP method
   * @param path decoded or not
   * @param headers all values of a header; an empty list where there is none
   */
  public Optional<String> refusal(
      String method, String path, Function<String, List<String>> headers) {
    boolean asks = method.equals("GET") || method.equals("HEAD");
    if (asks
        && (path.equals("/metrics") || path.equals("/health") || path.startsWith("/health/"))) {
      return Optional.empty();
    }
    List<String> hosts = headers.apply("Host");
    Optional<Authority> host =
        hosts.size() == 1 ? Authority.of(hosts.get(0)).filter(this::isOurs) : Optional.empty();
    if (host.isEmpty()) {
      return Optional.of(
          "Host "
              + shown(hosts)
              + " is no name of this service: it answers to localhost, 127.0.0.1 and [::1], and to"
              + " the names in "
              + setting
              + ".");
    }
    Predicate<String> own = origin -> isOwn(origin, host.get());
    List<String> origins = headers.apply("Origin");
    if (!origins.stream().allMatch(own)) {
      return Optional.of(foreign("Origin", origins));
    }
    List<String> sites = headers.apply("Sec-Fetch-Site");
    boolean followed = asks && isLinkFollowed(headers);
    return followed || OWN_SITES.containsAll(lower(sites))
        ? Optional.empty()
        : Optional.of(foreign("Sec-Fetch-Site", sites));
  }

  private boolean isOurs(Authority host) {
    return host.isLoopback()
        || host.host().equals(listening)
        || names.stream().anyMatch(name -> matches(name, host, true));
  }

  private static boolean matches(Authority name, Authority host, boolean anyPort) {
    boolean port = name.port() == host.port() || (anyPort && name.port() == Authority.NO_PORT);
    if (name.host().equals(ANY)) {
      return anyPort;
    }
    return port
        && (name.host().startsWith("*.")
            ? host.host().endsWith(name.host().substring(1))
            : host.host().equals(name.host()));
  }

  /** The page is ours: it came under the name that it now asks, or under one of the names given. */
  private boolean isOwn(String origin, Authority host) {
    Matcher form = ORIGIN.matcher(origin.strip().toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      return false; // "null": a sandboxed page, a file
    }
    int standard = form.group(1).equals("https") ? 443 : 80;
    Optional<Authority> page =
        Authority.of(form.group(2))
            .map(a -> a.port() == standard ? new Authority(a.host(), Authority.NO_PORT) : a);
    int port = host.port() == standard ? Authority.NO_PORT : host.port();
    return page.isPresent()
        && (page.get().equals(new Authority(host.host(), port))
            || names.stream().anyMatch(name -> matches(name, page.get(), false)));
  }

  /** A link in another page that a person opens shows them ours, and the other page nothing. */
  private static boolean isLinkFollowed(Function<String, List<String>> headers) {
    return lower(headers.apply("Sec-Fetch-Mode")).equals(List.of("navigate"))
        && lower(headers.apply("Sec-Fetch-Dest")).equals(List.of("document"));
  }

  private static List<String> lower(List<String> values) {
    return values.stream().map(value -> value.strip().toLowerCase(Locale.ROOT)).toList();
  }

  private static String foreign(String header, List<String> values) {
    return "The request comes from a web page of another site ("
        + header
        + ": "
        + shown(values)
        + "); such pages may not use this port.";
  }

  private static String shown(List<String> values) {
    String text = String.join(", ", values).replaceAll("[^\\x21-\\x7e ]", "?");
    String cut = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    return cut.isEmpty() ? "(none)" : cut;
  }
}
