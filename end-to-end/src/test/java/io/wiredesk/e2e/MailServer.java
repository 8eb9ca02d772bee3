package io.wiredesk.e2e;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Properties;

/** An IMAP server on loopback with one mailbox. Thread-safe; close it with the test. */
final class MailServer implements AutoCloseable {

  static final String USER = "desk";
  static final String PASSWORD = "open-sesame-1234";

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
  private final GreenMailUser user;

  MailServer() {
    server.start();
    user = server.setUser("desk@wire.example", USER, PASSWORD);
  }

  int port() {
    return server.getImap().getPort();
  }

  /** Puts mails into the mailbox, whether or not anybody reads them. */
  Sender.Line mails() {
    return wire -> {
      try {
        user.deliver(
            new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(wire.bytes())));
        return true;
      } catch (MessagingException e) {
        throw new IOException(e);
      }
    };
  }

  @Override
  public void close() {
    server.stop();
  }
}
