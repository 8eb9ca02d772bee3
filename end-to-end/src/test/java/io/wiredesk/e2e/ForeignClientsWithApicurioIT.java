package io.wiredesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wiredesk.registry.RegistryException;
import io.wiredesk.registry.SchemaRegistry;
import io.wiredesk.registry.SchemaText;
import io.wiredesk.registry.client.Registries;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.Topic;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A running node and foreign clients that keep their schemas in Apicurio's registry, a real one in
 * a process of its own. Skipped, and that is said, where it is not unpacked: {@code
 * -Dwiredesk.apicurio=DIR} names it, {@code .ci/interop} fetches it.
 */
class ForeignClientsWithApicurioIT {

  @TempDir static Path directory;
  private static Apicurio apicurio;
  private static TestNode node;
  private static RoundTrip roundTrip;

  @BeforeAll
  static void start() throws Exception {
    apicurio = Apicurio.start(directory);
    node = TestNode.startWith(apicurio.url(), directory.resolve("node"));
    roundTrip = new RoundTrip(node, directory);
  }

  @AfterAll
  static void stop() {
    if (node != null) {
      node.close();
    }
    if (apicurio != null) {
      apicurio.close();
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void whatAClientSendsIsPublishedAndReadByIt(ForeignClient client) throws Exception {
    client.requireInstalled();
    roundTrip.run(client);
  }

  @Test
  void ourClientUnderstandsApicuriosRefusal() {
    SchemaText items = SchemaText.of(NewsItem.getClassSchema().toString());
    String subject = "interop." + Topic.ITEMS.topicName() + "-value";
    try (SchemaRegistry registry =
        Registries.open(Map.of("schema.registry.url", apicurio.url(), "max.retries", "0"))) {
      int id = registry.register(subject, items, false);
      assertThat(registry.lookup(subject, items, false, false)).matches(found -> found.id() == id);
      SchemaText incompatible =
          SchemaText.of(
              "{\"type\":\"record\",\"name\":\"NewsItem\",\"namespace\":\"io.wiredesk.schemas\","
                  + "\"fields\":[{\"name\":\"dateline\",\"type\":\"string\"}]}");
      assertThatExceptionOfType(RegistryException.class)
          .isThrownBy(() -> registry.register(subject, incompatible, false))
          .matches(refusal -> refusal.status() == 409);
    }
  }
}
