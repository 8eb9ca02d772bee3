package io.wiredesk.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.registry.client.MockRegistries;
import io.wiredesk.registry.client.Registries;
import io.wiredesk.registry.server.RegistryServer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConcurrentRegistrationTest {

  @Test
  void givesOneIdToOneSchemaInThisProcess() throws Exception {
    registerByManyAtOnce(MockRegistries.scope(UUID.randomUUID().toString()));
  }

  @Test
  void givesOneIdToOneSchemaOverHttp() throws Exception {
    try (RegistryServer server = RegistryServer.inMemory().start()) {
      registerByManyAtOnce(Registries.open(Map.of("schema.registry.url", server.url().toString())));
    }
  }

  private static void registerByManyAtOnce(SchemaRegistry registry) throws Exception {
    Set<Integer> ids = ConcurrentHashMap.newKeySet();
    Set<Integer> others = ConcurrentHashMap.newKeySet();
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Callable<Boolean>> registrations =
          IntStream.range(0, 64)
              .<Callable<Boolean>>mapToObj(
                  i ->
                      () -> {
                        SchemaText own =
                            SchemaText.of(
                                "{\"type\":\"fixed\",\"name\":\"F\",\"size\":" + (i + 1) + "}");
                        others.add(registry.register("own-" + i, own, false));
                        return ids.add(
                            registry.register("one", SchemaText.of("\"string\""), false));
                      })
              .toList();
      for (var done : threads.invokeAll(registrations)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(ids).hasSize(1);
    assertThat(others).hasSize(64).doesNotContainAnyElementsOf(ids);
    assertThat(registry.versions("one", Deleted.HIDDEN)).containsExactly(1);
  }
}
