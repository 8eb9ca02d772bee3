package io.wiredesk.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wiredesk.registry.client.MockRegistries;
import io.wiredesk.registry.client.Registries;
import io.wiredesk.registry.server.RegistryServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every schema registry promises: the one in this process and the one behind HTTP alike. */
class SchemaRegistryTest {
  private static final SchemaText STRING = SchemaText.of("\"string\"");
  private static final SchemaText V1 = record("{\"name\":\"a\",\"type\":\"string\"}");
  private static final SchemaText V2 =
      record(
          "{\"name\":\"a\",\"type\":\"string\"},{\"name\":\"b\",\"type\":\"int\",\"default\":0}");
  private static final SchemaText BROKEN =
      record("{\"name\":\"a\",\"type\":\"string\"},{\"name\":\"headline\",\"type\":\"string\"}");

  private static RegistryServer server;

  @BeforeAll
  static void start() throws IOException {
    server = RegistryServer.inMemory().start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<SchemaRegistry> registries() {
    return Stream.of(
        MockRegistries.scope(UUID.randomUUID().toString()),
        Registries.open(Map.of("schema.registry.url", server.url().toString())));
  }

  private static SchemaText record(String fields) {
    return SchemaText.of(
        "{\"type\":\"record\",\"name\":\"R\",\"namespace\":\"t\",\"fields\":[" + fields + "]}");
  }

  private static String subject() {
    return "s/ä +" + UUID.randomUUID();
  }

  private static void assertRefused(int errorCode, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RegistryException.class,
            e -> {
              assertThat(e.errorCode()).isEqualTo(errorCode);
              assertThat(e.status()).isEqualTo(errorCode / 100);
            });
  }

  @ParameterizedTest
  @MethodSource("registries")
  void givesOneIdToOneSchemaUnderManySubjects(SchemaRegistry registry) {
    String one = subject();
    String two = subject();

    int id = registry.register(one, V1, false);

    assertThat(registry.register(two, V1, false)).isEqualTo(id);
    assertThat(registry.register(one, V1, false)).isEqualTo(id);
    assertThat(registry.schema(id)).isEqualTo(V1);
    assertThat(registry.uses(id, false))
        .contains(new SubjectVersion(one, 1), new SubjectVersion(two, 1));
    assertThat(registry.subjects(one, Deleted.HIDDEN)).containsExactly(one);
  }

  @ParameterizedTest
  @MethodSource("registries")
  void countsVersionsFromOne(SchemaRegistry registry) {
    String subject = subject();
    registry.register(subject, V1, false);
    int second = registry.register(subject, V2, false);

    assertThat(registry.versions(subject, Deleted.HIDDEN)).containsExactly(1, 2);
    assertThat(registry.version(subject, SchemaRegistry.LATEST, false))
        .isEqualTo(new RegisteredSchema(subject, 2, second, V2));
    assertThat(registry.version(subject, 1, false).schema()).isEqualTo(V1);
    assertThat(registry.lookup(subject, V1, false, false).version()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("registries")
  void saysWhatIsMissing(SchemaRegistry registry) {
    String subject = subject();

    assertRefused(40401, () -> registry.versions(subject, Deleted.HIDDEN));
    assertRefused(40401, () -> registry.version(subject, 1, false));
    assertRefused(40401, () -> registry.lookup(subject, V1, false, false));
    assertRefused(40401, () -> registry.deleteSubject(subject, false));
    assertRefused(40403, () -> registry.schema(999_999));
    assertRefused(40408, () -> registry.compatibility(subject, false));
    assertRefused(40409, () -> registry.mode(subject, false));
    registry.register(subject, V1, false);
    assertRefused(40402, () -> registry.version(subject, 7, false));
    assertRefused(40403, () -> registry.lookup(subject, STRING, false, false));
  }

  @ParameterizedTest
  @MethodSource("registries")
  void refusesWhatIsNoSchema(SchemaRegistry registry) {
    assertRefused(42201, () -> registry.register(subject(), SchemaText.of("{"), false));
    assertRefused(42201, () -> registry.register(subject(), SchemaText.of("\"strin\""), false));
    assertRefused(
        42201,
        () ->
            registry.register(
                subject(),
                record("{\"name\":\"a\",\"type\":\"int\",\"default\":\"no number\"}"),
                false));
    SchemaText dangling =
        new SchemaText("\"t.R\"", List.of(new SchemaReference("t.R", "nowhere", 1)));
    assertRefused(42201, () -> registry.register(subject(), dangling, false));
  }

  @ParameterizedTest
  @MethodSource("registries")
  void refusesIncompatibleChangeAndNamesTheField(SchemaRegistry registry) {
    String subject = subject();
    registry.register(subject, V1, false);

    assertThatThrownBy(() -> registry.register(subject, BROKEN, false))
        .isInstanceOfSatisfying(
            RegistryException.class,
            e -> {
              assertThat(e.status()).isEqualTo(409);
              assertThat(e.errorCode()).isEqualTo(40901);
              assertThat(e).hasMessageContaining("'headline'").hasMessageContaining(subject);
            });
    assertThat(registry.incompatibilities(subject, BROKEN, SchemaRegistry.LATEST, false))
        .anyMatch(m -> m.contains("'headline'"));
    assertThat(registry.incompatibilities(subject, V2, null, false)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("registries")
  void followsTheLevelOfTheSubject(SchemaRegistry registry) {
    String subject = subject();
    registry.register(subject, V1, false);
    registry.setCompatibility(subject, CompatibilityLevel.NONE);

    assertThat(registry.compatibility(subject, false)).isEqualTo(CompatibilityLevel.NONE);
    registry.register(subject, BROKEN, false);

    assertThat(registry.clearCompatibility(subject)).isEqualTo(CompatibilityLevel.NONE);
    assertThat(registry.compatibility(subject, true)).isEqualTo(CompatibilityLevel.BACKWARD);
  }

  @ParameterizedTest
  @MethodSource("registries")
  void asksEveryEarlierVersionWhenTransitive(SchemaRegistry registry) {
    SchemaText optional = record("{\"name\":\"a\",\"type\":\"string\",\"default\":\"\"}");
    SchemaText none = record("");
    SchemaText asNumber = record("{\"name\":\"a\",\"type\":\"int\",\"default\":0}");
    String subject = subject();
    registry.register(subject, optional, false);
    registry.register(subject, none, false);

    assertThat(registry.incompatibilities(subject, asNumber, null, false)).isEmpty();
    registry.setCompatibility(subject, CompatibilityLevel.BACKWARD_TRANSITIVE);
    assertThat(registry.incompatibilities(subject, asNumber, null, false))
        .anyMatch(m -> m.contains("'a'"))
        .anyMatch(m -> m.contains("oldSchemaVersion: 1"));
    assertRefused(40901, () -> registry.register(subject, asNumber, false));
  }

  @ParameterizedTest
  @MethodSource("registries")
  void deletesSoftlyThenPermanently(SchemaRegistry registry) {
    String subject = subject();
    int id = registry.register(subject, V1, false);
    registry.register(subject, V2, false);

    assertRefused(40407, () -> registry.deleteVersion(subject, 1, true));
    assertThat(registry.deleteVersion(subject, 1, false)).isEqualTo(1);
    assertRefused(40406, () -> registry.deleteVersion(subject, 1, false));
    assertThat(registry.versions(subject, Deleted.HIDDEN)).containsExactly(2);
    assertThat(registry.versions(subject, Deleted.ONLY)).containsExactly(1);
    assertThat(registry.versions(subject, Deleted.INCLUDED)).containsExactly(1, 2);
    assertThat(registry.schema(id)).as("records with it stay readable").isEqualTo(V1);
    assertThat(registry.deleteVersion(subject, 1, true)).isEqualTo(1);

    assertRefused(40405, () -> registry.deleteSubject(subject, true));
    assertThat(registry.deleteSubject(subject, false)).containsExactly(2);
    assertRefused(40404, () -> registry.deleteSubject(subject, false));
    assertThat(registry.subjects(subject, Deleted.HIDDEN)).isEmpty();
    assertThat(registry.subjects(subject, Deleted.ONLY)).containsExactly(subject);
    assertThat(registry.deleteSubject(subject, true)).containsExactly(2);
    assertRefused(40401, () -> registry.deleteSubject(subject, true));
  }

  @ParameterizedTest
  @MethodSource("registries")
  void neverGivesAnIdTwice(SchemaRegistry registry) {
    String subject = subject();
    int id = registry.register(subject, uniqueRecord(), false);
    registry.deleteSubject(subject, false);
    registry.deleteSubject(subject, true);

    assertRefused(40403, () -> registry.schema(id));
    assertThat(registry.register(subject, uniqueRecord(), false)).isGreaterThan(id);
  }

  private static SchemaText uniqueRecord() {
    return SchemaText.of(
        "{\"type\":\"record\",\"name\":\"U%s\",\"fields\":[]}"
            .formatted(UUID.randomUUID().toString().replace("-", "")));
  }

  @ParameterizedTest
  @MethodSource("registries")
  void keepsWhatIsReferredTo(SchemaRegistry registry) {
    String person = subject();
    String story = subject();
    registry.register(person, V1, false);
    SchemaText referring =
        new SchemaText(
            "{\"type\":\"record\",\"name\":\"S\",\"namespace\":\"t\","
                + "\"fields\":[{\"name\":\"r\",\"type\":\"t.R\"}]}",
            List.of(new SchemaReference("t.R", person, 1)));
    SchemaText writtenOut =
        SchemaText.of(
            "{\"type\":\"record\",\"name\":\"S\",\"namespace\":\"t\",\"fields\":"
                + "[{\"name\":\"r\",\"type\":{\"type\":\"record\",\"name\":\"R\",\"fields\":"
                + "[{\"name\":\"a\",\"type\":\"string\"}]}}]}");
    int id = registry.register(story, referring, false);

    assertThat(registry.schema(id).references()).isEqualTo(referring.references());
    assertThat(registry.schema(id).text()).as("as Avro writes it").contains("\"type\":\"R\"");
    assertThat(registry.referencedBy(person, 1)).containsExactly(id);
    assertThat(registry.lookup(story, writtenOut, false, false).id()).isEqualTo(id);
    assertRefused(42206, () -> registry.deleteSubject(person, false));
    assertRefused(42206, () -> registry.deleteVersion(person, 1, false));
    registry.deleteSubject(story, false);
    assertThat(registry.deleteSubject(person, false)).containsExactly(1);
  }

  @ParameterizedTest
  @MethodSource("registries")
  void comparesInNormalFormWhereAsked(SchemaRegistry registry) {
    String subject = subject();
    SchemaText other =
        SchemaText.of(
            "{\"fields\":[{\"type\":{\"type\":\"string\"},\"name\":\"a\",\"x\":1,\"b\":2}],"
                + "\"name\":\"t.R\",\"type\":\"record\"}");
    SchemaText reordered =
        SchemaText.of(
            "{\"type\":\"record\",\"name\":\"R\",\"namespace\":\"t\",\"fields\":"
                + "[{\"b\":2,\"name\":\"a\",\"x\":1,\"type\":\"string\"}]}");

    int id = registry.register(subject, other, true);

    assertThat(registry.register(subject, reordered, true)).isEqualTo(id);
    assertThat(registry.versions(subject, Deleted.HIDDEN)).containsExactly(1);
  }

  @ParameterizedTest
  @MethodSource("registries")
  void refusesChangesWhileReadOnly(SchemaRegistry registry) {
    String subject = subject();
    int id = registry.register(subject, V1, false);
    registry.setMode(subject, RegistryMode.READONLY, false);

    assertRefused(42205, () -> registry.register(subject, V2, false));
    assertRefused(42205, () -> registry.deleteSubject(subject, false));
    assertThat(registry.register(subject, V1, false)).isEqualTo(id);
    assertThat(registry.mode(subject, false)).isEqualTo(RegistryMode.READONLY);
    assertThat(registry.clearMode(subject)).isEqualTo(RegistryMode.READONLY);
    assertThat(registry.mode(subject, true)).isEqualTo(RegistryMode.READWRITE);
    assertRefused(42205, () -> registry.setMode(subject, RegistryMode.IMPORT, false));
  }
}
