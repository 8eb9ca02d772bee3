/**
 * Webhooks: public states of a desk, or of everything, posted to subscribers' addresses as Standard
 * Webhooks describes it (https://www.standardwebhooks.com). {@link
 * io.wiredesk.publish.webhook.DeliveryLine} decides, without Kafka and HTTP; {@link
 * io.wiredesk.publish.webhook.WebhookWorker} reads the topic and sends.
 */
@NullMarked
package io.wiredesk.publish.webhook;

import org.jspecify.annotations.NullMarked;
