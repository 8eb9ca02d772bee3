package io.wiredesk.e2e.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * The hot folder of a stack, outside its containers. Its folders belong to everybody, so that the
 * containers' user may move what was taken in.
 */
record WireFolder(Path folder) {

  /** Makes the folder ready. */
  static WireFolder in(Path folder) {
    return new WireFolder(open(folder));
  }

  /** Drops a file into a feed's folder, whole at once. */
  void drop(String feed, String name, byte[] content) {
    try {
      Path target = open(folder.resolve(feed));
      Path hidden = Files.write(target.resolve("." + name), content);
      Files.setPosixFilePermissions(hidden, PosixFilePermissions.fromString("rw-r--r--"));
      Files.move(hidden, target.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Drops a copy of a file. */
  void drop(String feed, Path file) {
    try {
      drop(feed, file.getFileName().toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files that were not taken in yet. */
  long waiting() {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .filter(path -> !("/" + folder.relativize(path)).contains("/."))
          .count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A story of its own as ninjs, whose uri and headline say {@code name}. */
  static byte[] story(String name) {
    return """
        {"$schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json", "standard": {"name": "ninjs", "version": "3.1"},
         "uri": "urn:newsml:test.example.org:20260301:%1$s", "type": "text", "version": "1", "pubStatus": "usable",
         "versionCreated": "2026-03-01T10:00:00Z", "language": "en",
         "headlines": [{"role": "main", "value": "Harbour council agrees on item %1$s"}],
         "bodies": [{"role": "main", "contentType": "text/plain",
           "value": "Members of the harbour council agreed on item %1$s late on Sunday, its chair Maria Lindqvist said in Bergen."}]}
        """
        .formatted(name)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Path open(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
