package io.wiredesk.ingest.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Transport;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImapLineTest {

  private final LineBench bench = new LineBench();
  private GreenMail peer;
  private GreenMailUser user;
  private CutProxy proxy;

  @BeforeEach
  void start() {
    listen(0);
    proxy = new CutProxy(peer.getImap().getPort());
  }

  @AfterEach
  void stop() throws Exception {
    bench.close();
    proxy.close();
    peer.stop();
  }

  @Test
  void takesMailsAsTheyAreAndFlagsThem() throws Exception {
    mail("one", "Thu, 1 Jan 1998 00:00:00 +0000", "old mail");
    mail("two", "Fri, 1 May 2026 08:00:00 +0000", "new mail");
    feed("");
    eventually(() -> assertThat(ids()).containsExactly("<one@wire>", "<two@wire>"));
    RawNews raw = bench.log.raw.get(0);
    assertThat(raw.getTransport()).isEqualTo(Transport.MAIL);
    assertThat(raw.getContentType()).isEqualTo("message/rfc822");
    assertThat(text(raw)).isEqualTo(source("one", "Thu, 1 Jan 1998 00:00:00 +0000", "old mail"));
    eventually(() -> assertThat(unseen()).isZero());
    bench.restart();
    feed("");
    mail("three", "Fri, 1 May 2026 08:00:00 +0000", "third");
    eventually(() -> assertThat(ids()).containsExactly("<one@wire>", "<two@wire>", "<three@wire>"));
  }

  @Test
  void readsAMailAgainWhenTheConnectionBreaksInTheMiddle() throws Exception {
    String copy = "copy and more copy\r\n".repeat(3_000);
    proxy.cutAfter(30_000);
    mail("long", "Fri, 1 May 2026 08:00:00 +0000", copy);
    feed("");
    eventually(() -> assertThat(ids()).containsExactly("<long@wire>"));
    assertThat(proxy.cuts).hasValue(1);
    assertThat(text(bench.log.raw.get(0))).endsWith(copy);
    eventually(() -> assertThat(unseen()).isZero());
    bench.awaitState("wire", "running");
  }

  @Test
  void goesOnWhenTheServerIsRestarted() throws Exception {
    feed("");
    mail("one", "Fri, 1 May 2026 08:00:00 +0000", "one");
    eventually(() -> assertThat(ids()).containsExactly("<one@wire>"));
    int port = peer.getImap().getPort();
    peer.stop();
    proxy.cut();
    bench.awaitState("wire", "failing");
    listen(port);
    mail("two", "Fri, 1 May 2026 08:00:00 +0000", "two");
    eventually(() -> assertThat(ids()).containsExactly("<one@wire>", "<two@wire>"));
    bench.awaitState("wire", "running");
  }

  @Test
  void aWrongPasswordIsSaidAndOtherFeedsRun() throws Exception {
    mail("one", "Fri, 1 May 2026 08:00:00 +0000", "one");
    bench.feeds(
        """
        - {name: locked, kind: imap, url: "imap://127.0.0.1:%d", user: desk, password: "${WRONG}", poll: 50ms}
        - {name: wire, kind: imap, url: "imap://127.0.0.1:%d", user: desk, password: "${PW}", poll: 50ms}
        """
            .formatted(proxy.port(), proxy.port()));
    eventually(() -> assertThat(ids()).containsExactly("<one@wire>"));
    bench.awaitState("locked", "failing");
    assertThat(bench.view("locked").lastError()).containsIgnoringCase("login");
    assertThat(bench.view("wire").state()).isEqualTo("running");
  }

  @Test
  void leavesMailsUnseenWhileTheBrokerIsAway() throws Exception {
    bench.log.awayFor.set(2);
    mail("one", "Fri, 1 May 2026 08:00:00 +0000", "one");
    mail("two", "Fri, 1 May 2026 08:00:00 +0000", "two");
    feed("");
    eventually(() -> assertThat(bench.view("wire").lastError()).contains("Kafka does not confirm"));
    eventually(() -> assertThat(ids()).containsExactly("<one@wire>", "<two@wire>"));
    eventually(() -> assertThat(unseen()).isZero());
  }

  @Test
  void refusesAMailThatIsTooLargeOnce() throws Exception {
    mail("big", "Fri, 1 May 2026 08:00:00 +0000", "x".repeat(LineBench.LIMIT));
    mail("two", "Fri, 1 May 2026 08:00:00 +0000", "two");
    feed(", after: delete");
    eventually(() -> assertThat(ids()).containsExactly("<two@wire>"));
    assertThat(bench.log.letters).hasSize(1);
    assertThat(bench.log.letters.get(0).getSourceName()).isEqualTo("<big@wire>");
    eventually(
        () ->
            assertThat(peer.getManagers().getImapHostManager().getInbox(user).getMessages())
                .isEmpty());
  }

  private void listen(int port) {
    peer = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    peer.start();
    user = peer.setUser("desk@example.org", "desk", "right");
  }

  private void feed(String more) {
    bench.feeds(
        """
        - {name: wire, kind: imap, url: "imap://127.0.0.1:%d", user: desk, password: "${PW}", poll: 50ms%s}
        """
            .formatted(proxy.port(), more));
  }

  private static String source(String id, String date, String text) {
    return "Message-ID: <%s@wire>\r\nFrom: wire@example.org\r\nTo: desk@example.org\r\nDate: %s\r\nSubject: %s\r\n\r\n%s"
        .formatted(id, date, id, text);
  }

  private void mail(String id, String date, String text) throws Exception {
    byte[] bytes = source(id, date, text).getBytes(StandardCharsets.US_ASCII);
    user.deliver(
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
  }

  private long unseen() throws Exception {
    return peer.getManagers().getImapHostManager().getInbox(user).getMessages().stream()
        .filter(message -> !message.getFlags().contains(Flags.Flag.SEEN))
        .count();
  }

  private List<String> ids() {
    return bench.log.raw.stream().map(RawNews::getSourceName).toList();
  }

  private static String text(RawNews raw) {
    return StandardCharsets.US_ASCII.decode(raw.getPayload().duplicate()).toString();
  }

  private static void eventually(ThrowingRunnable check) {
    // GreenMail's own threads throw when a connection breaks
    await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(60)).untilAsserted(check);
  }
}
