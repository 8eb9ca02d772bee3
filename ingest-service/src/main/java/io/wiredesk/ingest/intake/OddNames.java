package io.wiredesk.ingest.intake;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;

/**
 * Files whose names are bytes that are no text here (no UTF-8, or beyond what the process's locale
 * can say): nothing that goes by names as text can open them. Once such a file is settled it is
 * given its name percent-encoded, {@code caf%E9.xml}, and taken like any other. Used by the one
 * thread that polls.
 */
final class OddNames {

  private final Stillness<FileLooks> stillness;
  private final Duration settle;
  private final FolderTroubles troubles;

  OddNames(Stillness<FileLooks> stillness, Duration settle, FolderTroubles troubles) {
    this.stillness = stillness;
    this.settle = settle;
    this.troubles = troubles;
  }

  /** Another look at the folder begins. */
  void look() {
    stillness.look();
  }

  /** Gives the settled files of a folder names that can be read. */
  void rename(Path folder) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (!isReadable(entry)) {
          rename(folder, entry);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      troubles.note(FolderTroubles.Kind.UNREADABLE, folder, e.toString());
    }
  }

  private void rename(Path folder, Path entry) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    String name = encoded(entry);
    if (!attributes.isRegularFile()) {
      troubles.note(FolderTroubles.Kind.NAME, folder.resolve(name), "rename it");
    } else if (stillness.of(folder + "/" + name, FileLooks.of(attributes)).compareTo(settle) >= 0) {
      Path target = FileNames.free(folder, name);
      try {
        Files.move(entry, target);
        stillness.forget(folder + "/" + name);
      } catch (IOException e) {
        troubles.note(FolderTroubles.Kind.NAME, target, "it cannot be renamed to this");
      }
    }
  }

  private static boolean isReadable(Path entry) {
    try {
      return Path.of(entry.toString()).equals(entry);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** The address of a file has the bytes of its name as they are. */
  private static String encoded(Path entry) {
    String address = entry.toUri().getRawPath();
    String path = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
