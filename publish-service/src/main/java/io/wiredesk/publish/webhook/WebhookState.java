package io.wiredesk.publish.webhook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a webhook is, at a glance. Immutable.
 *
 * @param name of the subscription
 * @param url without query and user, which may hold secrets
 * @param state RUNNING, RETRYING, PAUSED or STOPPED
 * @param trouble one sentence with what to do; null while it runs
 * @param delivered states since the start of this instance
 * @param givenUp states that became dead letters since then
 */
record WebhookState(
    String name, String url, String state, @Nullable String trouble, long delivered, long givenUp) {

  static WebhookState of(WebhookWorker worker) {
    Subscription subscription = worker.subscription();
    DeliveryLine line = worker.line();
    String name = subscription.name();
    String state = "RUNNING";
    String trouble = null;
    if (!worker.isAlive()) {
      state = "STOPPED";
      trouble = "A bug has stopped it; see the log, and restart the service.";
    } else if (line.paused() != null) {
      state = "PAUSED";
      trouble =
          "It is paused: " + line.paused() + ". To go on: bin/wiredesk webhooks resume " + name;
    } else if (line.nextTry() != null) {
      state = "RETRYING";
      trouble =
          "The subscriber fails since "
              + line.failingSince()
              + ": "
              + line.lastError()
              + ". Next try "
              + line.nextTry()
              + ".";
    }
    String url =
        subscription.url().getScheme()
            + "://"
            + subscription.url().getAuthority().replaceAll(".*@", "")
            + Objects.requireNonNullElse(subscription.url().getPath(), "");
    return new WebhookState(name, url, state, trouble, worker.delivered(), worker.givenUp());
  }

  /** For JSON. */
  Map<String, Object> view() {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("name", name);
    view.put("url", url);
    view.put("state", state);
    if (trouble != null) {
      view.put("trouble", trouble);
    }
    view.put("delivered", delivered);
    view.put("givenUp", givenUp);
    return view;
  }
}
