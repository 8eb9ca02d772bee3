package io.wiredesk.runtime;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a service says of itself: ready when every named part is; dead when a bug stopped it. Each
 * part that is not ready has a reason in words. Thread-safe.
 */
public final class Health {

  private final Map<String, String> waiting = new ConcurrentHashMap<>();
  private final Map<String, String> warnings = new ConcurrentHashMap<>();
  private final List<Supplier<Map<String, String>>> watched = new CopyOnWriteArrayList<>();
  private volatile @Nullable String fatal;

  /** The part cannot do its work now, for this reason. */
  public void notReady(String part, String reason) {
    waiting.put(part, reason);
  }

  /** The part works. */
  public void ready(String part) {
    waiting.remove(part);
  }

  /** The part works, but somebody should look: shown, without making the service unready. */
  public void warn(String part, String warning) {
    warnings.put(part, warning);
  }

  /** Nothing is to be said of the part any more. */
  public void clearWarning(String part) {
    warnings.remove(part);
  }

  /**
   * Parts that are asked whenever somebody looks at the warnings.
   *
   * @param warnings by part, what is wrong at this moment; returns at once
   */
  public void watch(Supplier<Map<String, String>> warnings) {
    watched.add(warnings);
  }

  /** Parts that work and need somebody to look, with what is wrong, by name. */
  public Map<String, String> warnings() {
    Map<String, String> all = new TreeMap<>(warnings);
    watched.forEach(each -> all.putAll(each.get()));
    return all;
  }

  /** A bug stopped the service: it will not come back by itself. The first reason stays. */
  public synchronized void fatal(String reason) {
    if (fatal == null) {
      fatal = reason;
    }
  }

  public boolean isReady() {
    return fatal == null && waiting.isEmpty();
  }

  public boolean isAlive() {
    return fatal == null;
  }

  /**
   * Parts that are not ready, with their reasons, by name; {@code fatal} among them where there is
   * one.
   */
  public Map<String, String> reasons() {
    Map<String, String> reasons = new TreeMap<>(waiting);
    if (fatal != null) {
      reasons.put("fatal", fatal);
    }
    return reasons;
  }

  /** One line for people. */
  @Override
  public String toString() {
    return isReady()
        ? "ready"
        : reasons().entrySet().stream()
            .map(e -> e.getKey() + ": " + e.getValue())
            .collect(Collectors.joining("; "));
  }
}
