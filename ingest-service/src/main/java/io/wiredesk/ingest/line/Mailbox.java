package io.wiredesk.ingest.line;

import io.wiredesk.ingest.feeds.After;
import io.wiredesk.ingest.feeds.FeedKind;
import io.wiredesk.ingest.feeds.FeedOption;
import io.wiredesk.ingest.feeds.FeedSpec;
import io.wiredesk.ingest.intake.Delivery;
import io.wiredesk.ingest.poll.ServerTrust;
import io.wiredesk.schemas.Transport;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Properties;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mail.MailConfiguration;
import org.apache.camel.component.mail.MailEndpoint;
import org.apache.camel.component.mail.MailMessage;
import org.eclipse.angus.mail.imap.IMAPMessage;

/**
 * The route of a feed that comes as mail: every message that is not flagged as seen, as the server
 * has it, byte for byte. It is flagged, or deleted, when its bytes are durable.
 */
final class Mailbox extends RouteBuilder {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int MESSAGES_A_LOOK = 100;

  private final FeedSpec spec;
  private final LineState state;
  private final LineParts parts;

  Mailbox(FeedSpec spec, LineState state, LineParts parts) {
    this.spec = spec;
    this.state = state;
    this.parts = parts;
  }

  @Override
  public void configure() throws IOException {
    errorHandler(noErrorHandler());
    URI url = URI.create(spec.require(FeedOption.URL));
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    // what is never used makes it another endpoint than that of a feed on the same server
    String address = spec.kind().word() + "://" + url.getHost() + port + "?subject=" + spec.name();
    MailEndpoint endpoint = getContext().getEndpoint(address, MailEndpoint.class);
    open(endpoint.getConfiguration());
    endpoint.setMaxMessagesPerPoll(MESSAGES_A_LOOK);
    endpoint.setDelay(spec.poll().toMillis());
    endpoint.setInitialDelay(0);
    endpoint.setPollStrategy(new LinePolls(state, url.getHost(), spec.allowPrivate()));
    LineFailures failures = new LineFailures(state);
    endpoint.setExceptionHandler(failures);
    from(endpoint).routeId(Lines.routeId(spec.name())).process(failures.recording(this::take));
  }

  private void open(MailConfiguration to) throws IOException {
    String timeout = Long.toString(spec.time(FeedOption.TIMEOUT, TIMEOUT).toMillis());
    to.setUsername(spec.require(FeedOption.USER));
    to.setPassword(spec.require(FeedOption.PASSWORD));
    to.setFolderName(spec.get(FeedOption.MAILBOX, "INBOX"));
    to.setConnectionTimeout(Integer.parseInt(timeout));
    to.setUnseen(true);
    to.setPeek(true);
    to.setMapMailMessage(false);
    to.setDelete(spec.after() == After.DELETE);
    to.setDisconnect(true);
    Properties properties = new Properties();
    String prefix = "mail." + spec.kind().word() + ".";
    properties.setProperty(prefix + "timeout", timeout);
    properties.setProperty(prefix + "writetimeout", timeout);
    properties.setProperty(prefix + "partialfetch", "false");
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    if (spec.kind() == FeedKind.IMAPS) {
      properties.put(prefix + "ssl.socketFactory", ServerTrust.of(spec).getSocketFactory());
      properties.setProperty(prefix + "socketFactory.fallback", "false"); // to nobody's trust
    }
    to.setAdditionalJavaMailProperties(properties);
  }

  private void take(Exchange exchange) throws MessagingException, IOException {
    if (!state.mayGoOn()) {
      throw new HeldBackException();
    }
    Message message = exchange.getIn(MailMessage.class).getOriginalMessage();
    String[] ids = message.getHeader("Message-ID");
    Delivery delivery =
        new Delivery(
            spec.name(),
            Transport.MAIL,
            ids == null || ids.length == 0 ? null : ids[0].strip(),
            "message/rfc822");
    int most = parts.intake().maxBytes();
    if (message.getSize() > most && message instanceof IMAPMessage mail) {
      try (InputStream in = mail.getMimeStream()) {
        parts.intake().refuseTooLarge(delivery, in.readNBytes(most), message.getSize());
      }
      return;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(16_384);
    message.writeTo(out);
    if (out.size() > most) {
      byte[] head = java.util.Arrays.copyOf(out.toByteArray(), most);
      parts.intake().refuseTooLarge(delivery, head, out.size());
    } else {
      parts.intake().receive(delivery, out.toByteArray());
    }
  }
}
