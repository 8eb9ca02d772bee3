package io.wiredesk.registry.store;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Where a registry's changes are kept: an ordered, keyed log. Used by one thread at a time; the
 * registry that was given it closes it.
 */
public interface SchemaLog extends AutoCloseable {

  /** Takes what the log delivers. */
  @FunctionalInterface
  interface Reader {
    /**
     * @param key key, JSON
     * @param value value, JSON; null where the key was removed
     */
    void read(String key, @Nullable String value);
  }

  /**
   * Adds a change; durable on return. After an exception the change may or may not be in the log:
   * {@link #catchUp} tells.
   *
   * @throws IOException when the log cannot be written now
   */
  void append(String key, @Nullable String value) throws IOException;

  /**
   * Delivers every change that was not delivered yet, in order, up to the end of the log at the
   * time of the call.
   *
   * @throws IOException when the log cannot be read now; delivery goes on where it stopped
   */
  void catchUp(Reader reader) throws IOException;

  @Override
  void close();
}
