package io.wiredesk.registry.store;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The log as the rules use it: a change is appended and read back, so that memory never runs ahead
 * of the log. One thread at a time, but {@link #trouble} from any.
 */
final class ChangeLog implements Deletion.Append {
  private final SchemaLog log;
  private final RegistryState state;
  private volatile @Nullable String trouble;

  ChangeLog(SchemaLog log, RegistryState state) {
    this.log = log;
    this.state = state;
  }

  private interface Use {
    void run() throws IOException;
  }

  @Override
  public void append(String key, @Nullable String value) {
    use(() -> log.append(key, value));
    catchUp();
  }

  void catchUp() {
    use(() -> log.catchUp(state::apply));
  }

  /** What kept the log from being used the last time; null where nothing did. */
  @Nullable String trouble() {
    return trouble;
  }

  void close() {
    log.close();
  }

  private void use(Use use) {
    try {
      use.run();
      trouble = null;
    } catch (IOException e) {
      trouble = e.getMessage();
      throw RegistryErrors.storeFailed(e);
    }
  }
}
