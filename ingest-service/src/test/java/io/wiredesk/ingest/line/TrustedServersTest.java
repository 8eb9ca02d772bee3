package io.wiredesk.ingest.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that prove themselves with a certificate, over every kind of feed that asks for one. */
class TrustedServersTest {

  private static final String KEY_STORE = "greenmail.tls.keystore.file";
  private static final String NO_AUTHORITY = "comes from no authority that is trusted here";
  private static final String OTHER_HOST = "is for another host than url names";

  @TempDir Path root;
  private final LineBench bench = new LineBench();

  @BeforeEach
  void make() throws Exception {
    Files.createDirectories(root.resolve("out"));
  }

  @AfterEach
  void stop() {
    bench.close();
    System.clearProperty(KEY_STORE);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void ftpsTakesFilesFromAServerWithACertificateOfTheAgencysOwnAuthority(boolean implicit)
      throws Exception {
    Files.writeString(root.resolve("out/a.xml"), "a");
    try (FtpPeer peer = ftps(OwnAuthority.HERE, implicit)) {
      bench.feeds(ftpsFeed(peer, implicit, trust(OwnAuthority.HERE)));
      eventually(() -> assertThat(bench.texts("wire")).containsExactly("a"));
      eventually(() -> assertThat(names()).isEmpty());
      assertThat(peer.secured).isTrue();
      assertThat(bench.view("wire").lastError()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void ftpsRefusesAServerThatItDoesNotTrust(boolean implicit) throws Exception {
    Files.writeString(root.resolve("out/a.xml"), "a");
    try (FtpPeer peer = ftps(OwnAuthority.HERE, implicit)) {
      bench.feeds(ftpsFeed(peer, implicit, ""));
      refuses(NO_AUTHORITY, "trust-file");
      bench.feeds(ftpsFeed(peer, implicit, trust(OwnAuthority.ELSEWHERE)));
      refuses(NO_AUTHORITY, "trust-file");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void ftpsRefusesACertificateForAnotherHost(boolean implicit) throws Exception {
    try (FtpPeer peer = ftps(OwnAuthority.ELSEWHERE, implicit)) {
      bench.feeds(ftpsFeed(peer, implicit, trust(OwnAuthority.ELSEWHERE)));
      refuses(OTHER_HOST);
    }
  }

  @Test
  void imapsTakesMailsFromAServerWithACertificateOfTheAgencysOwnAuthority() throws Exception {
    GreenMail peer = imaps(OwnAuthority.HERE);
    try {
      bench.feeds(imapsFeed(peer, trust(OwnAuthority.HERE)));
      eventually(() -> assertThat(bench.texts("wire")).hasSize(1));
      assertThat(bench.texts("wire").get(0)).endsWith("over TLS");
    } finally {
      peer.stop();
    }
  }

  @Test
  void imapsRefusesAServerThatItDoesNotTrust() throws Exception {
    GreenMail peer = imaps(OwnAuthority.HERE);
    try {
      bench.feeds(imapsFeed(peer, ""));
      refuses(NO_AUTHORITY, "trust-file");
      bench.feeds(imapsFeed(peer, trust(OwnAuthority.ELSEWHERE)));
      refuses(NO_AUTHORITY, "trust-file");
    } finally {
      peer.stop();
    }
  }

  @Test
  void imapsRefusesACertificateForAnotherHost() throws Exception {
    GreenMail peer = imaps(OwnAuthority.ELSEWHERE);
    try {
      bench.feeds(imapsFeed(peer, trust(OwnAuthority.ELSEWHERE)));
      refuses("");
    } finally {
      peer.stop();
    }
  }

  @Test
  void httpsTakesDocumentsFromAServerWithACertificateOfTheAgencysOwnAuthority() {
    try (HttpPeer peer = HttpPeer.secured(OwnAuthority.HERE)) {
      peer.at("/wire", HttpPeer.body("one", "\"1\""));
      bench.feeds(httpsFeed(peer, trust(OwnAuthority.HERE)));
      eventually(() -> assertThat(bench.texts("wire")).containsExactly("one"));
    }
  }

  @Test
  void httpsRefusesAServerThatItDoesNotTrust() {
    try (HttpPeer peer = HttpPeer.secured(OwnAuthority.HERE)) {
      peer.at("/wire", HttpPeer.body("one", "\"1\""));
      bench.feeds(httpsFeed(peer, ""));
      refuses(NO_AUTHORITY, "trust-file");
      bench.feeds(httpsFeed(peer, trust(OwnAuthority.ELSEWHERE)));
      refuses(NO_AUTHORITY, "trust-file");
    }
  }

  @Test
  void httpsRefusesACertificateForAnotherHost() {
    try (HttpPeer peer = HttpPeer.secured(OwnAuthority.ELSEWHERE)) {
      peer.at("/wire", HttpPeer.body("one", "\"1\""));
      bench.feeds(httpsFeed(peer, trust(OwnAuthority.ELSEWHERE)));
      refuses(OTHER_HOST);
    }
  }

  @Test
  void aTrustFileWithoutCertificatesIsSaid() throws Exception {
    try (FtpPeer peer = ftps(OwnAuthority.HERE, false)) {
      bench.feeds(ftpsFeed(peer, false, ", trust-file: '" + root.resolve("none.pem") + "'"));
      refuses("there is no trust-file");
      Path empty = Files.writeString(root.resolve("empty.pem"), "no certificate");
      bench.feeds(ftpsFeed(peer, false, ", trust-file: '" + empty + "'"));
      refuses("holds no certificates in PEM form");
    }
  }

  private void refuses(String... reasons) {
    eventually(() -> assertThat(bench.view("wire").lastError()).isNotEmpty().contains(reasons));
    bench.awaitState("wire", "failing");
    assertThat(bench.texts("wire")).isEmpty();
  }

  private FtpPeer ftps(OwnAuthority authority, boolean implicit) throws Exception {
    return new FtpPeer(root, 0, true, new FtpPeer.Tls(authority, implicit));
  }

  private static String ftpsFeed(FtpPeer peer, boolean implicit, String more) {
    return """
        - {name: wire, kind: ftps, url: "ftps://127.0.0.1:%d/out", user: desk, password: "${PW}", poll: 50ms, settle: 100ms, implicit: %s%s}
        """
        .formatted(peer.port(), implicit, more);
  }

  private static GreenMail imaps(OwnAuthority authority) throws Exception {
    System.setProperty(KEY_STORE, authority.store.toString());
    GreenMail peer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS));
    peer.start();
    GreenMailUser user = peer.setUser("desk@example.org", "desk", "right");
    byte[] mail =
        "Message-ID: <1@wire>\r\nSubject: one\r\n\r\nover TLS".getBytes(StandardCharsets.US_ASCII);
    user.deliver(
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)));
    return peer;
  }

  private static String imapsFeed(GreenMail peer, String more) {
    return """
        - {name: wire, kind: imaps, url: "imaps://127.0.0.1:%d", user: desk, password: "${PW}", poll: 50ms%s}
        """
        .formatted(peer.getImaps().getPort(), more);
  }

  private static String httpsFeed(HttpPeer peer, String more) {
    return "- {name: wire, kind: http, url: 'https://127.0.0.1:%d/wire', poll: 50ms%s}%n"
        .formatted(peer.port(), more);
  }

  private static String trust(OwnAuthority authority) {
    return ", trust-file: '" + authority.certificate + "'";
  }

  private List<String> names() throws Exception {
    try (Stream<Path> files = Files.list(root.resolve("out"))) {
      return files.filter(Files::isRegularFile).map(Path::toString).toList();
    }
  }

  private static void eventually(ThrowingRunnable check) {
    // the servers' own threads throw when a client turns away
    await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(60)).untilAsserted(check);
  }
}
