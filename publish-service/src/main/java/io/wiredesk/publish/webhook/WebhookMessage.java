package io.wiredesk.publish.webhook;

import io.wiredesk.publish.gate.PublicView;
import io.wiredesk.publish.output.Links;
import io.wiredesk.publish.output.OutputFormat;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/**
 * One public state on its way to a subscriber. Immutable.
 *
 * @param id the same for every try and every repeat of this state to this subscription
 * @param event such as {@code item.published}, {@code item.canceled}
 * @param contentType of the body
 * @param body the item or the notice in the subscription's format
 */
record WebhookMessage(String id, String event, String contentType, byte[] body) {

  /** The event of a call that only asks whether the address answers. */
  static final String TEST = "webhook.test";

  static WebhookMessage of(String subscription, OutputFormat format, PublicView view, Links links) {
    String event =
        view instanceof PublicView.Notice notice
            ? "item." + notice.state().name().toLowerCase(Locale.ROOT)
            : "item.published";
    return new WebhookMessage(
        id(subscription, view.uri() + " " + view.sequence()),
        event,
        format.itemType(),
        format.item(view, links).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Asks whether the address answers.
   *
   * @param nonce makes the id its own
   */
  static WebhookMessage test(String subscription, String nonce) {
    String body =
        "{\"type\":\"" + TEST + "\",\"data\":{\"subscription\":\"" + subscription + "\"}}";
    return new WebhookMessage(
        id(subscription, TEST + nonce),
        TEST,
        "application/json",
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static String id(String subscription, String state) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((subscription + " " + state).getBytes(StandardCharsets.UTF_8));
      return "msg_" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
