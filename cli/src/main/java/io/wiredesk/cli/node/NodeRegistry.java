package io.wiredesk.cli.node;

import io.wiredesk.enrich.EnrichService;
import io.wiredesk.ingest.IngestService;
import io.wiredesk.publish.PublishService;
import io.wiredesk.registry.CompatibilityLevel;
import io.wiredesk.registry.RegistryException;
import io.wiredesk.registry.SchemaRegistry;
import io.wiredesk.registry.serde.SubjectSetup;
import io.wiredesk.registry.server.Operator;
import io.wiredesk.registry.server.RegistryServer;
import io.wiredesk.runtime.SettingsException;
import io.wiredesk.runtime.Subjects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The registry of a node: every subject of the services is in it before anybody else can reach it,
 * and what stands in their way afterwards needs the operator's key, which is kept in the data
 * directory. Stateless.
 */
final class NodeRegistry {

  /** Setting of a key that is not to be made here. */
  static final String KEY = "registry.operator.key";

  private static final Logger LOG = LoggerFactory.getLogger(NodeRegistry.class);
  private static final List<String> GUARDED = List.of("news.", "wiredesk-", "_schemas");
  private static final int KEY_BYTES = 24;

  private NodeRegistry() {}

  /**
   * Starts it.
   *
   * @throws SettingsException when the port is taken or the key cannot be kept
   */
  static RegistryServer start(Node.Plan plan, String bootstrapServers) {
    Operator operator = new Operator(key(plan), GUARDED);
    RegistryServer.Options options =
        RegistryServer.Options.loopback(plan.ports().registry()).guarded(operator);
    try {
      return new RegistryServer(bootstrapServers, options).start(NodeRegistry::register);
    } catch (IOException e) {
      throw new SettingsException(
          "The schema registry cannot start on port "
              + plan.ports().registry()
              + ": "
              + e.getMessage()
              + ". Choose other ports with --port.");
    }
  }

  /** What the services send so that they may hold the subjects of desks to their level. */
  static Map<String, String> access(Node.Plan plan) {
    return Map.of("kafka.request.header." + Operator.HEADER, key(plan));
  }

  /** What stands in the way from before does not keep the node down: the services wait for it. */
  private static void register(SchemaRegistry registry) {
    Map<String, Schema> subjects = new HashMap<>(IngestService.subjects());
    subjects.putAll(EnrichService.subjects());
    subjects.putAll(PublishService.subjects());
    SubjectSetup setup =
        new SubjectSetup(
            registry,
            Map.of("schema.registry.url", "mock://unused", "avro.remove.java.properties", true));
    subjects.forEach(
        (topic, schema) -> {
          try {
            CompatibilityLevel level = Subjects.levelOf(topic);
            setup.ensure(topic, schema, level);
          } catch (KafkaException | RegistryException e) {
            LOG.error("The subject of {} is not registered: {}", topic, e.getMessage());
          }
        });
  }

  /** The key as set, or as kept, or made and kept. */
  private static String key(Node.Plan plan) {
    String set = plan.overrides().get(KEY);
    if (set != null) {
      return set;
    }
    Path file = plan.data().registryKey();
    try {
      if (!Files.exists(file)) {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        write(file, HexFormat.of().formatHex(random));
      }
      String kept = Files.readString(file).strip();
      if (kept.length() < 16) {
        throw new SettingsException(file + " must hold a key of at least 16 characters.");
      }
      return kept;
    } catch (IOException e) {
      throw new SettingsException("Cannot keep the registry's key in " + file + ": " + e);
    }
  }

  private static void write(Path file, String key) throws IOException {
    try {
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } else {
        Files.createFile(file);
      }
    } catch (FileAlreadyExistsException e) {
      return; // somebody was faster
    }
    Files.write(file, (key + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
