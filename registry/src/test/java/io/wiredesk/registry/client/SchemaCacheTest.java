package io.wiredesk.registry.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wiredesk.registry.RegistryException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class SchemaCacheTest {
  private static final String STRING = "{\"schema\":\"\\\"string\\\"\"}";
  private static final String MISSING = "{\"error_code\":40403,\"message\":\"Schema not found\"}";

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // wraps around on the way

  private SchemaCache cache(FakeRegistry fake, Map<String, ?> more) {
    Map<String, Object> settings = new java.util.HashMap<>(more);
    settings.put("schema.registry.url", fake.url());
    ClientConfig config = new ClientConfig(settings);
    return new SchemaCache(Registries.open(config), config, nanos::get);
  }

  private void pass(long seconds) {
    nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }

  @Test
  void asksOnceForWhatNeverChanges() {
    try (FakeRegistry fake = new FakeRegistry(FakeRegistry.says(200, STRING))) {
      SchemaCache cache = cache(fake, Map.of());

      assertThat(cache.byId(4)).isSameAs(cache.byId(4));
      fake.behave(FakeRegistry.says(200, "{\"id\":9}"));
      Schema schema = Schema.create(Schema.Type.INT);
      assertThat(cache.register("s", schema, false)).isEqualTo(9);
      assertThat(cache.register("s", Schema.create(Schema.Type.INT), false)).isEqualTo(9);
      assertThat(cache.byId(9)).isEqualTo(schema);

      assertThat(fake.requests()).hasSize(2);
    }
  }

  @Test
  void believesTheLatestVersionAsLongAsToldTo() {
    String latest = "{\"subject\":\"s\",\"version\":%d,\"id\":%d,\"schema\":\"\\\"int\\\"\"}";
    try (FakeRegistry fake = new FakeRegistry(FakeRegistry.says(200, latest.formatted(1, 1)))) {
      SchemaCache forever = cache(fake, Map.of());
      SchemaCache minute = cache(fake, Map.of("latest.cache.ttl.sec", 60));
      assertThat(forever.latest("s").registered().version()).isEqualTo(1);
      assertThat(minute.latest("s").registered().version()).isEqualTo(1);
      fake.behave(FakeRegistry.says(200, latest.formatted(2, 2)));

      pass(59);
      assertThat(minute.latest("s").registered().version()).isEqualTo(1);
      pass(2);
      assertThat(minute.latest("s").registered().version()).isEqualTo(2);
      assertThat(forever.latest("s").registered().version()).isEqualTo(1);
    }
  }

  @Test
  void remembersAbsenceAsLongAsToldTo() {
    try (FakeRegistry fake = new FakeRegistry(FakeRegistry.says(404, MISSING))) {
      SchemaCache cache = cache(fake, Map.of("missing.id.cache.ttl.sec", 10));

      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> cache.byId(4)).isInstanceOf(RegistryException.class);
      }
      assertThat(fake.requests()).hasSize(1);
      pass(11);
      fake.behave(FakeRegistry.says(200, STRING));
      assertThat(cache.byId(4).getType()).isEqualTo(Schema.Type.STRING);

      SchemaCache forgetful = cache(fake, Map.of());
      fake.behave(FakeRegistry.says(404, MISSING));
      assertThatThrownBy(() -> forgetful.byId(5)).isInstanceOf(RegistryException.class);
      assertThatThrownBy(() -> forgetful.byId(5)).isInstanceOf(RegistryException.class);
      assertThat(fake.requests()).hasSize(4);
    }
  }
}
