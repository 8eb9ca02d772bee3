package io.wiredesk.ingest.line;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.jspecify.annotations.Nullable;

/** An SFTP server on loopback: user {@code desk}, password {@code right}. */
final class SftpPeer implements AutoCloseable {

  private final SshServer server = SshServer.setUpDefaultServer();
  private final KeyPairProvider keys;

  /** The key that opens it as well as the password; null: none. */
  volatile @Nullable PublicKey open;

  /** A server with a key of its own, another than any other's. */
  SftpPeer(Path root, int port) throws IOException {
    server.setHost("127.0.0.1");
    server.setPort(port);
    keys = new SimpleGeneratorHostKeyProvider();
    server.setKeyPairProvider(keys);
    server.setPublickeyAuthenticator(
        (user, key, session) -> user.equals("desk") && KeyUtils.compareKeys(key, open));
    server.setPasswordAuthenticator(
        (user, password, session) -> user.equals("desk") && password.equals("right"));
    server.setFileSystemFactory(new VirtualFileSystemFactory(root));
    server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
    server.start();
  }

  /** Its line for a known-hosts file, where it is reached over that port. */
  String knownHost(int port) throws GeneralSecurityException, IOException {
    PublicKey key = keys.loadKeys(null).iterator().next().getPublic();
    return "[127.0.0.1]:" + port + " " + PublicKeyEntry.toString(key) + "\n";
  }

  int port() {
    return server.getPort();
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }
}
