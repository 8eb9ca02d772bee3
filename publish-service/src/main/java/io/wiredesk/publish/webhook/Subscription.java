package io.wiredesk.publish.webhook;

import io.wiredesk.publish.output.OutputFormat;
import io.wiredesk.schemas.Topic;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One entry of subscriptions.yml. Immutable.
 *
 * @param name names the consumer group as well, so that positions survive a restart
 * @param url where public states are posted, http or https
 * @param desk the desk whose items it gets; null for all that is public
 * @param format of the bodies
 * @param secrets keys of the signature, in their order; several while they are changed
 * @param allowPrivate whether the address may lie in a private network
 * @param successIsReceipt whether a 2xx to a notice counts as the subscriber's receipt for it
 * @param fromStart whether a new subscription begins with what is on the topic already
 */
public record Subscription(
    String name,
    URI url,
    @Nullable String desk,
    OutputFormat format,
    List<byte[]> secrets,
    boolean allowPrivate,
    boolean successIsReceipt,
    boolean fromStart) {

  public Subscription {
    secrets = List.copyOf(secrets);
  }

  /** Name of the topic that it is about. */
  String topic() {
    return desk == null ? Topic.PUBLISHED.topicName() : Topic.DESK_PREFIX + desk;
  }

  /** Whether the other says the same; records compare the bytes of keys by identity. */
  boolean isSameAs(Subscription other) {
    return withoutSecrets().equals(other.withoutSecrets())
        && secrets.size() == other.secrets.size()
        && IntStream.range(0, secrets.size())
            .allMatch(i -> Arrays.equals(secrets.get(i), other.secrets.get(i)));
  }

  private Subscription withoutSecrets() {
    return new Subscription(
        name, url, desk, format, List.of(), allowPrivate, successIsReceipt, fromStart);
  }
}
