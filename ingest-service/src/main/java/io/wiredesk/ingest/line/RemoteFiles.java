package io.wiredesk.ingest.line;

import io.wiredesk.ingest.feeds.FeedOption;
import io.wiredesk.ingest.feeds.FeedSpec;
import io.wiredesk.ingest.intake.LookPolls;
import io.wiredesk.ingest.intake.Stillness;
import io.wiredesk.ingest.poll.ServerTrust;
import io.wiredesk.schemas.Transport;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.remote.FtpsConfiguration;
import org.apache.camel.component.file.remote.FtpsEndpoint;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.camel.component.file.remote.RemoteFileEndpoint;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.commons.net.ftp.FTPSClient;

/** The route of a feed whose files lie on an SFTP, FTP or FTPS server. */
final class RemoteFiles extends RouteBuilder {

  private static final int IMPLICIT_PORT = 990;
  private static final Duration SETTLE = Duration.ofSeconds(2);
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final FeedSpec spec;
  private final LineState state;
  private final LineParts parts;
  private final LineFailures failures;

  RemoteFiles(FeedSpec spec, LineState state, LineParts parts) {
    this.spec = spec;
    this.state = state;
    this.parts = parts;
    this.failures = new LineFailures(state);
  }

  @Override
  public void configure() throws IOException {
    errorHandler(noErrorHandler());
    RemoteFileEndpoint<?> endpoint = getContext().getEndpoint(address(), RemoteFileEndpoint.class);
    connect(endpoint.getConfiguration());
    if (endpoint instanceof FtpsEndpoint ftps) {
      ftps.setFtpClient(checkingClient());
    }
    consume(endpoint);
    Transport transport =
        switch (spec.kind()) {
          case SFTP -> Transport.SFTP;
          default -> Transport.FTP;
        };
    from(endpoint)
        .routeId(Lines.routeId(spec.name()))
        .process(failures.recording(new FileTaker(spec.name(), transport, parts.intake())));
  }

  /** Without user and password: those are set beside it, where no log shows them. */
  private String address() {
    URI url = URI.create(spec.require(FeedOption.URL));
    int known = url.getPort() < 0 && isImplicit() ? IMPLICIT_PORT : url.getPort();
    String port = known < 0 ? "" : ":" + known;
    String path = url.getPath() == null ? "" : url.getPath().replaceFirst("^/", "");
    // what is never used makes it another endpoint than that of a feed on the same folder
    String unique = "?tempPrefix=" + spec.name();
    return spec.kind().word() + "://" + url.getHost() + port + "/" + path + unique;
  }

  private boolean isImplicit() {
    return spec.flag(FeedOption.IMPLICIT, false);
  }

  /** Camel's own believes every certificate that has not expired, for any host. */
  private FTPSClient checkingClient() throws IOException {
    FTPSClient client = new FTPSClient(isImplicit(), ServerTrust.of(spec));
    client.setEndpointCheckingEnabled(true);
    return client;
  }

  private <T> void consume(RemoteFileEndpoint<T> endpoint) {
    Stillness<Sight> stillness = new Stillness<>(parts.clock());
    SettledListing<T> filter =
        new SettledListing<>(
            spec.name(),
            parts.marks(),
            stillness,
            spec.time(FeedOption.SETTLE, SETTLE),
            spec.get(FeedOption.INCLUDE));
    endpoint.setFilter(filter);
    endpoint.setProcessStrategy(new TakenFiles<>(parts, spec.name(), spec.after(), state, filter));
    endpoint.setSorter(
        Comparator.<GenericFile<T>>comparingLong(GenericFile::getLastModified)
            .thenComparing(GenericFile::getRelativeFilePath));
    endpoint.setRecursive(spec.flag(FeedOption.RECURSIVE, false));
    endpoint.setAutoCreate(false);
    endpoint.setMaximumReconnectAttempts(0);
    endpoint.setDelay(spec.poll().toMillis());
    endpoint.setInitialDelay(0);
    endpoint.setPollStrategy(
        new LookPolls(
            new LinePolls(
                state, URI.create(spec.require(FeedOption.URL)).getHost(), spec.allowPrivate()),
            stillness::look));
    endpoint.setExceptionHandler(failures);
    endpoint.setOnCompletionExceptionHandler(failures);
  }

  private void connect(RemoteFileConfiguration to) {
    int timeout = (int) spec.time(FeedOption.TIMEOUT, TIMEOUT).toMillis();
    to.setUsername(spec.get(FeedOption.USER, "anonymous"));
    String password = spec.get(FeedOption.PASSWORD);
    if (password != null) {
      to.setPassword(password);
    }
    to.setStreamDownload(true);
    to.setStepwise(false);
    to.setThrowExceptionOnConnectFailed(true);
    to.setConnectTimeout(timeout);
    to.setTimeout(timeout);
    to.setSoTimeout(timeout);
    to.setBinary(true);
    to.setPassiveMode(spec.flag(FeedOption.PASSIVE, true));
    if (to instanceof SftpConfiguration sftp) {
      keys(sftp);
    }
    if (to instanceof FtpsConfiguration ftps) {
      ftps.setImplicit(isImplicit());
    }
  }

  private void keys(SftpConfiguration sftp) {
    String key = spec.get(FeedOption.PRIVATE_KEY_FILE);
    if (key != null) {
      sftp.setPrivateKeyFile(key);
      String passphrase = spec.get(FeedOption.PASSWORD);
      if (passphrase != null) {
        sftp.setPrivateKeyPassphrase(passphrase);
      }
    }
    String hosts = spec.get(FeedOption.KNOWN_HOSTS_FILE);
    sftp.setUseUserKnownHostsFile(false);
    sftp.setJschLoggingLevel(LoggingLevel.OFF); // the feed's state says it, once
    if (hosts != null) {
      sftp.setKnownHostsFile(hosts);
      sftp.setStrictHostKeyChecking("yes");
    }
  }
}
