package io.wiredesk.registry.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.registry.CompatibilityLevel;
import io.wiredesk.registry.Deleted;
import io.wiredesk.registry.SchemaText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Promise: no record of the schema log stops the registry, whatever stands in it; anybody who may
 * write to the topic could else.
 */
class SchemaLogPoisonTest {

  private static final SchemaText STRING = SchemaText.of("\"string\"");
  private final MemorySchemaLog log = new MemorySchemaLog();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "NULL",
      value = {
        "no JSON at all | {}",
        "`` | {}",
        "null | {}",
        "[] | {}",
        "{} | {}",
        "{\"keytype\":\"UNHEARD_OF\"} | {\"a\":1}",
        "{\"keytype\":\"SCHEMA\",\"subject\":\"s\",\"version\":1,\"magic\":1} | no JSON",
        "{\"keytype\":\"SCHEMA\",\"subject\":\"s\",\"version\":1,\"magic\":1} | ``",
        "{\"keytype\":\"SCHEMA\",\"subject\":\"s\",\"version\":1,\"magic\":1} | []",
        "{\"keytype\":\"SCHEMA\",\"subject\":\"s\",\"version\":1,\"magic\":1} | {}",
        "{\"keytype\":\"SCHEMA\",\"subject\":\"s\",\"version\":9,\"magic\":1} | NULL",
        "{\"keytype\":\"SCHEMA\",\"subject\":\"s\",\"version\":1,\"magic\":1}"
            + " | {\"subject\":\"other\",\"version\":1,\"id\":1,\"schema\":\"int\"}",
        "{\"keytype\":\"SCHEMA\",\"subject\":\"s\",\"version\":1,\"magic\":1}"
            + " | {\"subject\":\"s\",\"version\":1,\"id\":-5,\"schema\":\"int\"}",
        "{\"keytype\":\"SCHEMA\",\"subject\":\"s\",\"version\":0,\"magic\":1}"
            + " | {\"subject\":\"s\",\"version\":0,\"id\":5,\"schema\":\"int\"}",
        "{\"keytype\":\"SCHEMA\",\"subject\":\"j\",\"version\":1,\"magic\":1}"
            + " | {\"subject\":\"j\",\"version\":1,\"id\":5,\"schemaType\":\"JSON\",\"schema\":\"{}\"}",
        "{\"keytype\":\"CONFIG\",\"subject\":null,\"magic\":0} | {\"compatibilityLevel\":\"ODD\"}",
        "{\"keytype\":\"CONFIG\",\"subject\":7,\"magic\":0} | {\"compatibilityLevel\":\"FULL\"}",
        "{\"keytype\":\"MODE\",\"subject\":null,\"magic\":0} | {\"mode\":\"FORWARD\"}",
        "{\"keytype\":\"DELETE_SUBJECT\",\"subject\":\"s\",\"magic\":0} | {}",
        "{\"keytype\":\"DELETE_SUBJECT\",\"subject\":\"s\",\"magic\":0} | []",
        "{\"keytype\":\"NOOP\",\"magic\":0} | {\"greatestId\":\"many\"}",
      })
  void whatMakesNoSenseIsPassedOver(String key, @Nullable String value) throws Exception {
    LogBackedRegistry before = open();
    int first = before.register("s", STRING, false);
    log.append(key, value);
    int running = before.register("t", SchemaText.of("\"int\""), false);
    assertThat(running).as("the registry that runs goes on").isGreaterThan(first);

    LogBackedRegistry after = open();
    assertThat(after.subjects("", Deleted.HIDDEN)).contains("t");
    assertThat(after.lookup("s", STRING, false, true).id()).isEqualTo(first);
    assertThat(after.register("u", SchemaText.of("\"long\""), false)).isGreaterThan(running);
  }

  @Test
  void anIdentifierThatIsTakenByAnotherTypeOfSchemaIsNotGivenAgain() throws Exception {
    log.append(
        "{\"keytype\":\"SCHEMA\",\"subject\":\"j\",\"version\":1,\"magic\":1}",
        "{\"subject\":\"j\",\"version\":1,\"id\":41,\"schemaType\":\"JSON\",\"schema\":\"{}\"}");
    assertThat(open().register("s", STRING, false)).isEqualTo(42);
  }

  private LogBackedRegistry open() throws Exception {
    log.rewind();
    return new LogBackedRegistry(log, CompatibilityLevel.BACKWARD);
  }
}
