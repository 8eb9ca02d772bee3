package io.wiredesk.e2e;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The examples, in languages and with libraries that are not ours, on a running node and its own
 * registry. A client that is not installed is skipped, and that is said; with {@code
 * -Dwiredesk.interop=required} it is a failure. {@code .ci/interop} installs them.
 */
class ForeignClientsIT {

  @TempDir static Path directory;
  private static @Nullable TestNode node;
  private static RoundTrip roundTrip;

  @BeforeAll
  static void start() {
    TestNode started = TestNode.start(directory.resolve("node"));
    node = started;
    roundTrip = new RoundTrip(started, directory);
  }

  @AfterAll
  static void stop() {
    if (node != null) {
      node.close();
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void whatAClientSendsIsPublishedAndReadByIt(ForeignClient client) throws Exception {
    client.requireInstalled();
    roundTrip.run(client);
  }
}
