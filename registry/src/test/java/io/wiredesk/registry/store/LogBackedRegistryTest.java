package io.wiredesk.registry.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wiredesk.registry.CompatibilityLevel;
import io.wiredesk.registry.Deleted;
import io.wiredesk.registry.RegisteredSchema;
import io.wiredesk.registry.RegistryException;
import io.wiredesk.registry.RegistryMode;
import io.wiredesk.registry.SchemaText;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogBackedRegistryTest {
  private static final SchemaText INT = SchemaText.of("\"int\"");
  private static final SchemaText LONG = SchemaText.of("\"long\"");

  private static LogBackedRegistry over(SchemaLog log) throws IOException {
    return new LogBackedRegistry(log, CompatibilityLevel.BACKWARD);
  }

  @Test
  void knowsEverythingAgainAfterARestart() throws IOException {
    MemorySchemaLog log = new MemorySchemaLog();
    LogBackedRegistry before = over(log);
    before.register("a", INT, false);
    before.register("a", LONG, false);
    before.register("gone", SchemaText.of("\"string\""), false);
    before.deleteSubject("gone", false);
    before.deleteSubject("gone", true);
    before.deleteVersion("a", 1, false);
    before.setCompatibility(null, CompatibilityLevel.FULL);
    before.setMode("a", RegistryMode.READONLY, false);

    log.rewind();
    LogBackedRegistry after = over(log);

    assertThat(after.versions("a", Deleted.INCLUDED)).containsExactly(1, 2);
    assertThat(after.versions("a", Deleted.HIDDEN)).containsExactly(2);
    assertThat(after.subjects("", Deleted.INCLUDED)).containsExactly("a");
    assertThat(after.compatibility("b", true)).isEqualTo(CompatibilityLevel.FULL);
    assertThat(after.mode("a", false)).isEqualTo(RegistryMode.READONLY);
    assertThat(after.register("b", SchemaText.of("\"bytes\""), false)).isEqualTo(4);
  }

  @Test
  void reRegistersADeletedSchemaUnderItsOldIdAndANewVersion() throws IOException {
    LogBackedRegistry registry = over(new MemorySchemaLog());
    int id = registry.register("a", INT, false);
    registry.deleteSubject("a", false);

    assertThat(registry.register("a", INT, false)).isEqualTo(id);
    assertThat(registry.versions("a", Deleted.HIDDEN)).containsExactly(2);
  }

  @Test
  void takesPrescribedIdsInImportModeAlone() throws IOException {
    LogBackedRegistry registry = over(new MemorySchemaLog());
    RegisteredSchema foreign = new RegisteredSchema("a", 5, 100, INT);

    assertThatThrownBy(() -> registry.importSchema(foreign))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("import");
    registry.setMode("a", RegistryMode.IMPORT, false);

    assertThat(registry.importSchema(foreign)).isEqualTo(foreign);
    assertThat(registry.version("a", 5, false).id()).isEqualTo(100);
    registry.setMode("a", RegistryMode.READWRITE, false);
    assertThat(registry.register("a", LONG, false)).isEqualTo(101);
  }

  @Test
  void answers500WhileTheLogIsAwayAndGoesOnAfterwards() throws IOException {
    AtomicBoolean away = new AtomicBoolean();
    MemorySchemaLog memory = new MemorySchemaLog();
    SchemaLog log =
        new SchemaLog() {
          @Override
          public void append(String key, @Nullable String value) throws IOException {
            // the worst case: written, and nobody says so
            memory.append(key, value);
            fail();
          }

          @Override
          public void catchUp(Reader reader) throws IOException {
            fail();
            memory.catchUp(reader);
          }

          private void fail() throws IOException {
            if (away.get()) {
              throw new IOException("broker away");
            }
          }

          @Override
          public void close() {
            memory.close();
          }
        };
    LogBackedRegistry registry = over(log);
    away.set(true);

    assertThatThrownBy(() -> registry.register("a", INT, false))
        .isInstanceOfSatisfying(
            RegistryException.class,
            e -> {
              assertThat(e.errorCode()).isEqualTo(50001);
              assertThat(e.isRetriable()).isTrue();
            });
    away.set(false);

    assertThat(registry.register("a", LONG, false)).isEqualTo(1);
    assertThat(registry.register("a", LONG, false)).isEqualTo(1);
    assertThat(registry.versions("a", Deleted.HIDDEN)).containsExactly(1);
  }

  @Test
  void readsWhatConfluentsRegistryWrites() throws IOException {
    MemorySchemaLog log = new MemorySchemaLog();
    log.append(
        "{\"keytype\":\"SCHEMA\",\"subject\":\"s\",\"version\":1,\"magic\":1}",
        "{\"subject\":\"s\",\"version\":1,\"id\":7,\"md5\":\"x\",\"schema\":\"\\\"int\\\"\","
            + "\"deleted\":false}");
    log.append("{\"keytype\":\"NOOP\",\"magic\":0}", null);
    log.append(
        "{\"keytype\":\"CONFIG\",\"subject\":null,\"magic\":0}",
        "{\"compatibilityLevel\":\"NONE\"}");
    log.append("{\"keytype\":\"CONTEXT\",\"tenant\":\"default\",\"magic\":0}", "{}");
    log.append(
        "{\"keytype\":\"DELETE_SUBJECT\",\"subject\":\"s\",\"magic\":0}",
        "{\"subject\":\"s\",\"version\":1}");

    LogBackedRegistry registry = over(log);

    assertThat(registry.schema(7)).isEqualTo(INT);
    assertThat(registry.versions("s", Deleted.ONLY)).containsExactly(1);
    assertThat(registry.compatibility(null, true)).isEqualTo(CompatibilityLevel.NONE);
  }
}
