package io.wiredesk.registry.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisitorsTest {

  private static final Visitors LOOPBACK = at("127.0.0.1");
  private static final Visitors PROXIED = at("0.0.0.0", "news.example.org", "ingest");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:8082",
        "localhost.",
        "desk.localhost:8080",
        "127.0.0.1",
        "127.0.0.1:8082",
        "127.9.8.7",
        "[::1]:8080",
        "[::1]"
      })
  void namesOfThisMachineAreLetIn(String host) {
    assertThat(ask(LOOPBACK, host)).isEmpty();
    assertThat(ask(PROXIED, host)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:8082",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "127.0.0.1.nip.io",
        "127.1",
        "127.0.0.256",
        "128.0.0.1",
        "evil-localhost",
        "localhost@evil.example",
        "localhost:80:80",
        "localhost:99999",
        "localhost/evil",
        "[::2]",
        "[::1",
        "0.0.0.0",
        "",
        " ",
        "news.example.org.evil.example",
        "xnews.example.org"
      })
  void otherHostsAreRefused(String host) {
    for (Visitors visitors : List.of(LOOPBACK, PROXIED)) {
      assertThat(ask(visitors, host)).hasValueSatisfying(s -> assertThat(s).contains("X_HOSTS"));
    }
  }

  @Test
  void aRequestNeedsOneHost() {
    assertThat(LOOPBACK.refusal("GET", "/items", header -> List.of())).isPresent();
    assertThat(ask(LOOPBACK, Map.of("Host", List.of("localhost", "evil.example")), "GET", "/"))
        .isPresent();
  }

  @Test
  void namesOfTheSettingAndTheAddressListenedOnAreLetIn() {
    assertThat(ask(LOOPBACK, "news.example.org")).isPresent();
    assertThat(ask(PROXIED, "news.example.org")).isEmpty();
    assertThat(ask(PROXIED, "News.Example.org:8443")).isEmpty();
    assertThat(ask(PROXIED, "ingest:8082")).isEmpty();
    assertThat(ask(at("10.0.0.7"), "10.0.0.7:8082")).isEmpty();
    assertThat(ask(at("10.0.0.7"), "10.0.0.8:8082")).isPresent();
    assertThat(ask(at("::1"), "[::1]:8082")).isEmpty();
    assertThat(ask(at("0.0.0.0", "*.example.org"), "a.example.org")).isEmpty();
    assertThat(ask(at("0.0.0.0", "*.example.org"), "example.org.evil")).isPresent();
    assertThat(ask(at("0.0.0.0", "news.example.org:8443"), "news.example.org")).isPresent();
    assertThat(ask(at("0.0.0.0", "*"), "whatever.example")).isEmpty();
    assertThatThrownBy(() -> at("0.0.0.0", "http://news.example.org/"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("http://news.example.org/");
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:8082, http://localhost:8082",
    "localhost, http://localhost",
    "localhost:80, http://localhost",
    "news.example.org, https://news.example.org",
    "news.example.org, https://news.example.org:443",
    "ingest:8082, https://news.example.org" // a proxy that puts its own Host
  })
  void ownPagesAreLetIn(String host, String origin) {
    assertThat(from(PROXIED, host, origin)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:8082, http://evil.example",
    "localhost:8082, http://evil.example:8082",
    "localhost:8082, null",
    "localhost:8082, http://localhost:3000",
    "localhost:8082, http://localhost",
    "localhost:8082, http://127.0.0.1:8082",
    "localhost:8082, http://localhost:8082.evil.example",
    "localhost:8082, chrome-extension://abcdef",
    "localhost:8082, file://",
    "localhost:8082, http://news.example.org:3000",
    "localhost:8082, https://news.example.org.evil.example",
    "localhost:8082, ''"
  })
  void pagesOfOthersAreRefused(String host, String origin) {
    assertThat(from(PROXIED, host, origin))
        .hasValueSatisfying(s -> assertThat(s).contains("Origin"));
    assertThat(from(at("0.0.0.0", "*"), host, origin)).isPresent();
  }

  @Test
  void oneForeignOriginAmongSeveralIsEnough() {
    Map<String, List<String>> headers =
        Map.of(
            "Host", List.of("localhost"), "Origin", List.of("http://localhost", "http://evil.com"));
    assertThat(ask(LOOPBACK, headers, "POST", "/feeds/f/items")).isPresent();
  }

  @Test
  void whatTheBrowserSaysOfTheSiteCounts() {
    assertThat(site("POST", "cross-site")).isPresent();
    assertThat(site("POST", "same-site")).as("another port of this machine").isPresent();
    assertThat(site("POST", "anything")).isPresent();
    assertThat(site("GET", "cross-site")).isPresent();
    assertThat(site("OPTIONS", "cross-site")).isPresent();
    assertThat(site("POST", "same-origin")).isEmpty();
    assertThat(site("GET", "none")).isEmpty();
  }

  @Test
  void aLinkMayBeFollowedAndNothingElseOfAPage() {
    assertThat(navigates("GET", "document")).isEmpty();
    assertThat(navigates("GET", "iframe")).isPresent();
    assertThat(navigates("POST", "document")).isPresent();
  }

  @Test
  void healthAndMetricsAreForEverybody() {
    for (String path : List.of("/health", "/health/ready", "/health/live", "/metrics")) {
      assertThat(ask(LOOPBACK, hosts("evil.example"), "GET", path)).as(path).isEmpty();
      assertThat(ask(LOOPBACK, hosts("evil.example"), "POST", path)).as(path).isPresent();
    }
    for (String path : List.of("/healthy", "/metrics/x", "/", "/subjects")) {
      assertThat(ask(LOOPBACK, hosts("evil.example"), "GET", path)).as(path).isPresent();
    }
  }

  @Test
  void aRefusalShowsNoControlCharactersAndNoLongTexts() {
    String sentence = from(LOOPBACK, "localhost", "http://\u001b[31m" + "x".repeat(5000)).get();
    assertThat(sentence).doesNotContain("\u001b").hasSizeLessThan(300);
  }

  private static Visitors at(String listening, String... names) {
    return Visitors.of(listening, List.of(names), "x.hosts (X_HOSTS)");
  }

  private static Map<String, List<String>> hosts(String host) {
    return Map.of("Host", List.of(host));
  }

  private static Optional<String> ask(Visitors visitors, String host) {
    return ask(visitors, hosts(host), "POST", "/feeds/f/items");
  }

  private static Optional<String> from(Visitors visitors, String host, String origin) {
    return ask(
        visitors,
        Map.of("Host", List.of(host), "Origin", List.of(origin)),
        "POST",
        "/feeds/f/items");
  }

  private static Optional<String> site(String method, String site) {
    return ask(
        LOOPBACK,
        Map.of("Host", List.of("localhost"), "Sec-Fetch-Site", List.of(site)),
        method,
        "/items");
  }

  private static Optional<String> navigates(String method, String destination) {
    Map<String, List<String>> headers =
        Map.of(
            "Host", List.of("localhost"),
            "Sec-Fetch-Site", List.of("cross-site"),
            "Sec-Fetch-Mode", List.of("navigate"),
            "Sec-Fetch-Dest", List.of(destination));
    return ask(LOOPBACK, headers, method, "/items");
  }

  private static Optional<String> ask(
      Visitors visitors, Map<String, List<String>> headers, String method, String path) {
    return visitors.refusal(method, path, name -> headers.getOrDefault(name, List.of()));
  }
}
