package io.wiredesk.e2e;

import io.wiredesk.runtime.DeadLetters;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * An agency that sends wire after wire over one line, as long as it is open, and sends again what
 * was not acknowledged. Thread-safe; closing it sends no more.
 */
final class Sender implements AutoCloseable {

  /** One attempt to send; false: not acknowledged, so that the same wire is sent again. */
  interface Line {
    boolean send(Flood.Wire wire) throws IOException, InterruptedException;
  }

  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
  private final IntFunction<Flood.Wire> wires;
  private final String feed;
  private final Line line;
  private int next;
  private Flood.@Nullable Wire wire;

  /**
   * Sends at once.
   *
   * @param every pause between two wires
   * @param wires the n-th wire, from 0
   */
  Sender(String feed, Duration every, IntFunction<Flood.Wire> wires, Line line) {
    this.feed = feed;
    this.wires = wires;
    this.line = line;
    pace.scheduleWithFixedDelay(this::one, 0, every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Drops files into the folder of the feed, under another name first. */
  static Line files(Path folder) throws IOException {
    Files.createDirectories(folder);
    return wire -> {
      Path part = folder.resolve(wire.name() + ".part");
      Files.write(part, wire.bytes());
      Files.move(part, folder.resolve(wire.name()), StandardCopyOption.ATOMIC_MOVE);
      return true;
    };
  }

  /** Pushes by HTTP. */
  static Line pushes(URI service, String feed) {
    HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    URI target = service.resolve("/feeds/" + feed + "/items");
    return wire -> {
      HttpRequest push =
          HttpRequest.newBuilder(target)
              .timeout(Duration.ofSeconds(5))
              .POST(BodyPublishers.ofByteArray(wire.bytes()))
              .build();
      return http.send(push, BodyHandlers.discarding()).statusCode() == 202;
    };
  }

  /** SHA-256 of everything that the line has taken. */
  Set<String> acknowledged() {
    return Set.copyOf(acknowledged);
  }

  private void one() {
    if (wire == null) {
      wire = wires.apply(next++);
    }
    try {
      if (line.send(wire)) {
        acknowledged.add(DeadLetters.sha256(wire.bytes()));
        wire = null;
      }
    } catch (IOException nobodyThere) {
      // the same wire is sent again
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    pace.shutdown();
    try {
      if (!pace.awaitTermination(10, TimeUnit.SECONDS)) {
        throw new AssertionError("the sender of " + feed + " does not stop");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
