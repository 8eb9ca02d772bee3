package io.wiredesk.registry.client;

import io.wiredesk.registry.CompatibilityLevel;
import io.wiredesk.registry.SchemaRegistry;
import io.wiredesk.registry.store.LogBackedRegistry;
import io.wiredesk.registry.store.MemorySchemaLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The registries behind {@code mock://scope}: one for each scope, shared by all in this JVM who
 * name it, as tests with a TopologyTestDriver need it. The same rules as the real one, BACKWARD
 * included. This map is the one place of the product with static state: a configuration string can
 * carry nothing else from one serde to another.
 */
public final class MockRegistries {
  private static final Map<String, SchemaRegistry> SCOPES = new ConcurrentHashMap<>();

  private MockRegistries() {}

  /** The registry of a scope, made when first asked for; closing it changes nothing. */
  public static SchemaRegistry scope(String scope) {
    return SCOPES.computeIfAbsent(scope, s -> create());
  }

  /** Forgets a scope, so that the next who names it finds an empty registry. */
  public static void drop(String scope) {
    SCOPES.remove(scope);
  }

  private static SchemaRegistry create() {
    try {
      return new LogBackedRegistry(new MemorySchemaLog(), CompatibilityLevel.BACKWARD);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
