package io.wiredesk.registry.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A log that lasts as long as the object: for tests and {@code mock://}. One thread at a time. */
public final class MemorySchemaLog implements SchemaLog {
  private record Change(String key, @Nullable String value) {}

  private final List<Change> changes = new ArrayList<>();
  private int delivered;

  @Override
  public void append(String key, @Nullable String value) {
    changes.add(new Change(key, value));
  }

  @Override
  public void catchUp(Reader reader) {
    while (delivered < changes.size()) {
      Change change = changes.get(delivered++);
      reader.read(change.key(), change.value());
    }
  }

  /** Forgets what was delivered, so that another registry can be built from the same log. */
  public void rewind() {
    delivered = 0;
  }

  @Override
  public void close() {
    // nothing is held
  }
}
