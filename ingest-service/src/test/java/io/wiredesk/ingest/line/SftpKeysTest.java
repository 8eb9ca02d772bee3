package io.wiredesk.ingest.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of SFTP: the server's, which must be known, and the newsroom's own. */
class SftpKeysTest {

  @TempDir Path root;
  private final LineBench bench = new LineBench();
  private SftpPeer peer;

  @BeforeEach
  void start() throws IOException {
    Files.createDirectories(root.resolve("out"));
    Files.writeString(root.resolve("out/a.xml"), "a");
    peer = new SftpPeer(root, 0);
  }

  @AfterEach
  void stop() throws IOException {
    bench.close();
    peer.close();
  }

  @Test
  void takesFilesFromTheServerWhoseKeyIsKnown() throws Exception {
    feed(password() + knownHosts(peer.knownHost(peer.port())));
    eventually(() -> assertThat(bench.texts("wire")).containsExactly("a"));
    assertThat(bench.view("wire").lastError()).isEmpty();
  }

  @Test
  void refusesAServerWhoseKeyIsNotKnownUntilItIs() throws Exception {
    feed(password() + knownHosts("[files.npa.example]:22 ssh-ed25519 AAAA\n"));
    refuses("is not in known-hosts-file", "ssh-keyscan");
    knownHosts(peer.knownHost(peer.port()));
    eventually(() -> assertThat(bench.texts("wire")).containsExactly("a"));
  }

  @Test
  void refusesAServerThatComesBackWithAnotherKeyUntilThatIsKnown() throws Exception {
    feed(password() + knownHosts(peer.knownHost(peer.port())));
    eventually(() -> assertThat(bench.texts("wire")).containsExactly("a"));
    int port = peer.port();
    peer.close();
    Files.writeString(root.resolve("out/b.xml"), "b");
    peer = new SftpPeer(root, port);
    eventually(
        () ->
            assertThat(bench.view("wire").lastError())
                .contains("is not the one in known-hosts-file", "ask the agency"));
    assertThat(bench.texts("wire")).containsExactly("a");
    knownHosts(peer.knownHost(port));
    eventually(() -> assertThat(bench.texts("wire")).containsExactly("a", "b"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void opensWithAPrivateKey(boolean passphrase) throws Exception {
    feed(privateKey(passphrase) + (passphrase ? password() : ""));
    eventually(() -> assertThat(bench.texts("wire")).containsExactly("a"));
  }

  @Test
  void saysThatAPassphraseIsWrongOrAKeyIsNotTheRightOne() throws Exception {
    feed(privateKey(true) + ", password: '${WRONG}'");
    refuses("Incorrect passphrase");
    String right = privateKey(false);
    peer.open = null;
    feed(right + ", poll: 60ms");
    refuses("Auth");
  }

  private void refuses(String... reasons) {
    eventually(() -> assertThat(bench.view("wire").lastError()).contains(reasons));
    bench.awaitState("wire", "failing");
    assertThat(bench.texts("wire")).isEmpty();
  }

  private void feed(String more) {
    String poll = more.contains("poll:") ? "" : ", poll: 50ms";
    bench.feeds(
        """
        - {name: wire, kind: sftp, url: "sftp://127.0.0.1:%d/out", user: desk, settle: 100ms%s%s}
        """
            .formatted(peer.port(), poll, more));
  }

  private static String password() {
    return ", password: '${PW}'";
  }

  private String knownHosts(String line) throws IOException {
    return ", known-hosts-file: '%s'"
        .formatted(Files.writeString(root.resolve("known_hosts"), line));
  }

  /** Writes a key that opens the server; its passphrase is the password's word. */
  private String privateKey(boolean passphrase) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    peer.open = pair.getPublic();
    OpenSSHKeyEncryptionContext encryption = new OpenSSHKeyEncryptionContext();
    encryption.setCipherType("256");
    encryption.setPassword("right");
    Path file = root.resolve("id_desk");
    try (OutputStream out = Files.newOutputStream(file)) {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(
          pair, "desk", passphrase ? encryption : null, out);
    }
    return ", private-key-file: '" + file + "'";
  }

  private static void eventually(ThrowingRunnable check) {
    await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(60)).untilAsserted(check);
  }
}
