package io.wiredesk.ingest.line;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.DataConnection;
import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.apache.ftpserver.ftplet.DefaultFtplet;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.ftplet.FtpSession;
import org.apache.ftpserver.ftplet.FtpletResult;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.jspecify.annotations.Nullable;

/** An FTP server on loopback: user {@code desk}, password {@code right}. */
final class FtpPeer implements AutoCloseable {

  private final FtpServer server;
  private final int port;
  private final ListenerFactory listener = new ListenerFactory();

  /** So many of the next downloads end in the middle. */
  final AtomicInteger broken = new AtomicInteger();

  /** What a broken download ends with: 426, or 226 as if all were well. */
  volatile int ending = 426;

  /** True when a download began over a control and a data connection that are both secured. */
  volatile boolean secured;

  /** How the server proves itself; null: not at all. */
  record Tls(OwnAuthority authority, boolean implicit) {}

  FtpPeer(Path root, int port, boolean writable) throws FtpException {
    this(root, port, writable, null);
  }

  FtpPeer(Path root, int port, boolean writable, @Nullable Tls tls) throws FtpException {
    FtpServerFactory factory = new FtpServerFactory();
    listener.setServerAddress("127.0.0.1");
    listener.setPort(port);
    if (tls != null) {
      SslConfigurationFactory ssl = new SslConfigurationFactory();
      ssl.setKeystoreFile(tls.authority().store.toFile());
      ssl.setKeystoreType("PKCS12");
      ssl.setKeystorePassword(OwnAuthority.PASSWORD);
      listener.setSslConfiguration(ssl.createSslConfiguration());
      listener.setImplicitSsl(tls.implicit());
    }
    factory.addListener("default", listener.createListener());
    BaseUser user = new BaseUser();
    user.setName("desk");
    user.setPassword("right");
    user.setHomeDirectory(root.toString());
    user.setAuthorities(writable ? List.of(new WritePermission()) : List.of());
    factory.getUserManager().save(user);
    factory.setFtplets(new HashMap<>(Map.of("breaks", new Breaks(root))));
    this.server = factory.createServer();
    server.start();
    this.port = factory.getListener("default").getPort();
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    server.stop();
  }

  private final class Breaks extends DefaultFtplet {
    private final Path root;

    Breaks(Path root) {
      this.root = root;
    }

    @Override
    public FtpletResult onDownloadStart(FtpSession session, FtpRequest request)
        throws FtpException, IOException {
      secured = session.isSecure() && session.getDataConnection().isSecure();
      if (broken.getAndUpdate(n -> Math.max(0, n - 1)) == 0) {
        return FtpletResult.DEFAULT;
      }
      byte[] all = Files.readAllBytes(root.resolve(request.getArgument().replaceAll("^/", "")));
      session.write(new DefaultFtpReply(FtpReply.REPLY_150_FILE_STATUS_OKAY, "begins"));
      try {
        DataConnection data = session.getDataConnection().openConnection();
        data.transferToClient(
            session, new ByteArrayInputStream(Arrays.copyOf(all, all.length / 2)));
      } catch (Exception e) { // the API declares it
        throw new IOException(e);
      } finally {
        session.getDataConnection().closeDataConnection();
      }
      session.write(new DefaultFtpReply(ending, "ends"));
      return FtpletResult.SKIP;
    }
  }
}
