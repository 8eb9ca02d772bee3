package io.wiredesk.publish.desk;

import io.wiredesk.runtime.Health;
import io.wiredesk.runtime.SlowWorld;
import io.wiredesk.runtime.yaml.YamlProblem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the content of the desks' file again and again, and puts the desks into force when two
 * looks saw the same: a file that is being written is let be. A file that cannot be read changes
 * nothing and is a warning in health. Has a thread of its own; close it with the service.
 */
public final class DeskWatch implements AutoCloseable {

  private static final String PART = "desks";
  private static final Duration TOPICS_AGAIN = Duration.ofSeconds(30);
  private static final Logger LOG = LoggerFactory.getLogger(DeskWatch.class);

  private final Plan plan;
  private final Desks desks;
  private final Consumer<Set<String>> topics;
  private final Health health;
  private final KeptDesks kept;
  private final Thread thread = new Thread(this::run, "watch-desks");
  private @Nullable String seen;
  private @Nullable String applied;
  private @Nullable String said;
  private long topicsAt;

  /**
   * Where to look.
   *
   * @param file the desks' file
   * @param kept where the running desks are kept for the next start
   * @param interval between two looks
   */
  public record Plan(Path file, Path kept, Duration interval) {}

  /**
   * A watch, not started.
   *
   * @param desks are changed
   * @param topics makes the topics of the desks named, and throws while it cannot
   */
  public DeskWatch(Plan plan, Desks desks, Consumer<Set<String>> topics, Health health) {
    this.plan = plan;
    this.desks = desks;
    this.topics = topics;
    this.health = health;
    this.kept = new KeptDesks(plan.kept());
  }

  /** Takes the file as it is now, and keeps looking. */
  public DeskWatch start() {
    first();
    thread.setDaemon(true);
    thread.start();
    return this;
  }

  /** The look at the start: what was kept counts until the file can be read. */
  void first() {
    kept.read().map(DeskSet::remembered).ifPresent(desks::replace);
    seen = read();
    step();
  }

  /** One look. */
  void look() {
    String text = read();
    boolean settled = text != null && text.equals(seen);
    seen = text;
    if (settled) {
      step();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(plan.interval().toMillis());
        look();
      }
    } catch (InterruptedException e) {
      LOG.debug("No longer looks at {}", plan.file());
    } catch (RuntimeException e) {
      if (Thread.currentThread().isInterrupted()) { // closed while it waited for the broker
        return;
      }
      LOG.error("The desks can no longer change; they go on as they are", e);
      warn("a bug stopped the watch over the file, the desks stay as they are: " + e);
    }
  }

  /** Puts what was seen into force; tried again at the next look while the broker is away. */
  private void step() {
    String text = seen;
    try {
      if (text != null && !text.equals(applied)) {
        apply(text);
        applied = text;
      } else if (System.nanoTime() - topicsAt > TOPICS_AGAIN.toNanos()) {
        makeTopics(desks.current());
      }
    } catch (RuntimeException e) {
      if (!SlowWorld.isToBlame(e)) {
        throw e;
      }
      warn("a change waits for Kafka: " + e.getMessage());
    }
  }

  private void apply(String text) {
    DesksFile file;
    try {
      file = DesksFile.parse(text);
    } catch (YamlProblem e) {
      problem("line " + e.line() + ": " + e.getMessage());
      return;
    }
    DeskSet next = DeskSet.of(file, desks.current());
    try {
      makeTopics(next);
    } catch (RuntimeException e) {
      next.close();
      throw e;
    }
    desks.replace(next);
    desks.problem(null);
    kept.write(next.running());
    report(next);
  }

  private void makeTopics(DeskSet set) {
    topics.accept(set.running().stream().map(Desk::name).collect(Collectors.toSet()));
    topicsAt = System.nanoTime();
  }

  private void report(DeskSet set) {
    List<DesksFile.Fault> faults = set.faults();
    LOG.info("{} desks of {} run.", set.running().size(), plan.file());
    if (faults.isEmpty()) {
      said = null;
      health.clearWarning(PART);
    } else {
      warn(faults.stream().limit(10).map(Object::toString).collect(Collectors.joining(" ")));
    }
  }

  private @Nullable String read() {
    try {
      return Files.readString(plan.file());
    } catch (NoSuchFileException e) {
      problem("the file is not there");
    } catch (CharacterCodingException e) {
      problem("the file is not UTF-8");
    } catch (IOException e) {
      problem("the file cannot be read: " + e.getMessage());
    }
    applied = null;
    return null;
  }

  private void problem(String sentence) {
    desks.problem(sentence);
    warn(
        sentence
            + (desks.current().entries().isEmpty()
                ? " (no desks run)"
                : " (the desks stay as they were)"));
  }

  private void warn(String sentence) {
    String warning = plan.file() + ": " + sentence;
    health.warn(PART, warning);
    if (!warning.equals(said)) {
      LOG.warn("Desks: {}", warning);
      said = warning;
    }
  }
}
