package io.wiredesk.publish.mark;

import io.wiredesk.schemas.Mark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The marks of people, read from the compacted topic: an item is taken by one person at a time and
 * seen by each once; notes stay beside each other. Tells those who listen of every change, on the
 * thread that brought it. Thread-safe.
 */
public final class MarkBook {

  /** A change: the mark, and false where it was taken away. */
  public record Change(Mark mark, boolean on) {}

  private final Map<String, Mark> byKey;
  private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();

  /**
   * An empty book.
   *
   * @param capacity most marks that it remembers; the one that came first goes first
   */
  public MarkBook(int capacity) {
    this.byKey =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Mark> eldest) {
            return size() > capacity;
          }
        };
  }

  /** Key of a mark on its topic: who takes an item replaces the one who had it. */
  public static String key(Mark mark) {
    return switch (mark.getKind()) {
      case "taken" -> "taken - " + mark.getUri();
      case "note" -> "note " + mark.getAt() + " " + mark.getUri();
      default -> mark.getKind() + " " + mark.getBy().replace(' ', '_') + " " + mark.getUri();
    };
  }

  /** From now on tells every change; must not block. */
  public void listen(Consumer<Change> listener) {
    listeners.add(listener);
  }

  /** Takes what is on the topic under that key; null takes the mark away. */
  public void put(String key, @Nullable Mark mark) {
    Mark before;
    synchronized (this) {
      before = mark == null ? byKey.remove(key) : byKey.put(key, mark);
    }
    Mark told = mark == null ? before : mark;
    if (told != null) {
      listeners.forEach(listener -> listener.accept(new Change(told, mark != null)));
    }
  }

  /** The mark under that key. */
  public synchronized Optional<Mark> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** Every mark, the oldest first. */
  public synchronized List<Mark> all() {
    return List.copyOf(byKey.values());
  }
}
