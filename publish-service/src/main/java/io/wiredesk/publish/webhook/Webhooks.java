package io.wiredesk.publish.webhook;

import io.wiredesk.runtime.Health;
import io.wiredesk.runtime.yaml.Environment;
import io.wiredesk.runtime.yaml.YamlProblem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All webhooks: looks at the subscriptions' file again and again, starts what is new, ends what is
 * gone, and lets the others be. A change counts when two looks saw the same; a wrong entry is
 * refused with its line while the others run. Health warns of entries that are refused and of
 * subscribers that fail. Has a thread of its own; close it with the service.
 */
public final class Webhooks implements AutoCloseable {

  private static final String PART = "webhooks";
  private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);

  private final Plan plan;
  private final Means means;
  private final Health health;
  private final Map<String, WebhookWorker> workers = new ConcurrentSkipListMap<>();
  private final Thread thread = new Thread(this::run, "watch-webhooks");
  private @Nullable String seen;
  private @Nullable String applied;
  private List<String> faults = List.of();

  /**
   * Where to look.
   *
   * @param file the subscriptions' file
   * @param interval between two looks
   * @param environment variables that the file may name
   */
  public record Plan(Path file, Duration interval, Environment environment) {}

  /** What a webhook works with, besides its topic. */
  record Means(
      WebhookWorker.Consumers consumers,
      WebhookWorker.Sink sink,
      WebhookWorker.Messages messages,
      Clock clock) {}

  Webhooks(Plan plan, Means means, Health health) {
    this.plan = plan;
    this.means = means;
    this.health = health;
  }

  /** Takes the file as it is now, and keeps looking. */
  public Webhooks start() {
    seen = read();
    step();
    thread.setDaemon(true);
    thread.start();
    return this;
  }

  /** Those that run, by name. */
  Collection<WebhookWorker> all() {
    return workers.values();
  }

  Optional<WebhookWorker> find(String name) {
    return Optional.ofNullable(workers.get(name));
  }

  /** What is wrong with the file, one sentence each. */
  synchronized List<String> faults() {
    return faults;
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    workers.values().parallelStream().forEach(WebhookWorker::close);
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(plan.interval().toMillis());
        String text = read();
        boolean settled = text != null && text.equals(seen);
        seen = text;
        if (settled) {
          step();
        }
        report();
      }
    } catch (InterruptedException e) {
      LOG.debug("No longer looks at {}", plan.file());
    } catch (RuntimeException e) {
      LOG.error("The webhooks can no longer change; they go on as they are", e);
      health.warn(PART, "a bug stopped the watch over " + plan.file() + ": " + e);
    }
  }

  private void step() {
    String text = seen;
    if (text == null || text.equals(applied)) {
      return;
    }
    applied = text;
    try {
      SubscriptionsFile file = SubscriptionsFile.parse(text, plan.environment());
      tell(file.faults().stream().map(Object::toString).toList());
      apply(file);
    } catch (YamlProblem e) {
      tell(List.of("line " + e.line() + ": " + e.getMessage() + " (webhooks stay as they were)"));
    }
  }

  /** An entry that is refused now goes on as it was. */
  private void apply(SubscriptionsFile file) {
    Map<String, Subscription> wanted = new LinkedHashMap<>();
    file.subscriptions().forEach(each -> wanted.put(each.name(), each));
    List<String> refused = file.faults().stream().map(SubscriptionsFile.Fault::name).toList();
    for (WebhookWorker worker : List.copyOf(workers.values())) {
      String name = worker.subscription().name();
      Subscription next = wanted.get(name);
      boolean same = next != null && next.isSameAs(worker.subscription());
      if (same) {
        wanted.remove(name);
      } else if (!refused.contains(name)) {
        workers.remove(name);
        health.clearWarning(part(worker));
        worker.close();
      }
    }
    wanted.values().forEach(each -> workers.put(each.name(), worker(each)));
    LOG.info("{} webhooks of {} run.", workers.size(), plan.file());
  }

  private WebhookWorker worker(Subscription subscription) {
    return new WebhookWorker(
        subscription,
        new WebhookWorker.Surroundings(
            means.consumers(), means.sink(), means.messages(), RetryPlan.STANDARD, means.clock()));
  }

  private void report() {
    for (WebhookWorker worker : workers.values()) {
      String trouble = WebhookState.of(worker).trouble();
      if (trouble == null) {
        health.clearWarning(part(worker));
      } else {
        health.warn(part(worker), trouble);
      }
    }
  }

  private static String part(WebhookWorker worker) {
    return "webhook " + worker.subscription().name();
  }

  private synchronized void tell(List<String> sentences) {
    faults = sentences;
    if (sentences.isEmpty()) {
      health.clearWarning(PART);
    } else {
      String warning =
          plan.file() + ": " + sentences.stream().limit(10).collect(Collectors.joining(" "));
      health.warn(PART, warning);
      LOG.warn("Webhooks: {}", warning);
    }
  }

  private @Nullable String read() {
    try {
      return Files.readString(plan.file());
    } catch (NoSuchFileException e) {
      return "subscriptions: []";
    } catch (CharacterCodingException e) {
      tell(List.of("the file is not UTF-8"));
    } catch (IOException e) {
      tell(List.of("the file cannot be read: " + e.getMessage()));
    }
    return null;
  }
}
