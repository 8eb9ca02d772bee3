package io.wiredesk.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * The frozen copies of the contract, {@code src/main/avro-released/<version>/<topic>-value.avsc}:
 * what was on topics, and in subscribers' hands, when that version was released. Never edited.
 */
final class ReleasedSchemas {
  private static final Path DIRECTORY = Path.of("src", "main", "avro-released");
  private static final String SUFFIX = "-value.avsc";

  /** One released schema. */
  record Released(String version, Topic topic, Schema schema) {
    @Override
    public String toString() {
      return topic.topicName() + " of " + version;
    }
  }

  private ReleasedSchemas() {}

  /** Every released schema of every topic that still exists. */
  static List<Released> all() {
    try (Stream<Path> files = Files.walk(DIRECTORY)) {
      return files
          .filter(f -> f.toString().endsWith(SUFFIX))
          .sorted()
          .map(ReleasedSchemas::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Released read(Path file) {
    String name = file.getFileName().toString();
    String topic = name.substring(0, name.length() - SUFFIX.length());
    try {
      return new Released(
          file.getParent().getFileName().toString(),
          Topic.byName(topic)
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "Topic " + topic + " was released and is declared no more")),
          new Schema.Parser().parse(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the schemas of now as those of a version; a version is frozen once. */
  static void freeze(String version) throws IOException {
    Path directory = DIRECTORY.resolve(version);
    if (Files.exists(directory)) {
      throw new IllegalStateException(directory + " is there already: released is released");
    }
    Files.createDirectories(directory);
    for (Topic topic : Topic.values()) {
      Files.writeString(
          directory.resolve(topic.topicName() + SUFFIX),
          withoutJava(topic.valueSchema()).toString(true) + "\n");
    }
  }

  /** The schema as other languages want it, and as the services register it. */
  static Schema withoutJava(Schema schema) {
    return new Schema.Parser()
        .parse(schema.toString().replace(",\"avro.java.string\":\"String\"", ""));
  }
}
