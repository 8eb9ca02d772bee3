package io.wiredesk.cli.node;

import io.wiredesk.runtime.SettingsException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The directory that outlives a run; one process at a time may hold it. Close it last. */
public final class DataDirectory implements AutoCloseable {

  private final Path root;
  private final FileChannel channel;

  private DataDirectory(Path root, FileChannel channel) {
    this.root = root;
    this.channel = channel;
  }

  /**
   * Takes the directory, making it where it is absent.
   *
   * @throws SettingsException when it cannot be written or another process holds it
   */
  public static DataDirectory lock(Path directory) {
    Path root = directory.toAbsolutePath().normalize();
    if (Files.exists(root) && !Files.isDirectory(root)) {
      throw new SettingsException(
          "The data directory " + root + " is a file: choose another with --data.");
    }
    try {
      Files.createDirectories(root);
      FileChannel channel =
          FileChannel.open(
              root.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new SettingsException(
            "The data directory "
                + root
                + " is in use by another wiredesk: stop that one, or choose another with --data.");
      }
      return new DataDirectory(root, channel);
    } catch (IOException e) {
      throw new SettingsException(
          "Cannot write into the data directory "
              + root
              + " ("
              + e.getClass().getSimpleName()
              + "): look at its owner and mode, or choose another with --data.");
    }
  }

  /** Where the broker keeps its log. */
  public Path kafka() {
    return root.resolve("kafka");
  }

  /** Local state of a service. */
  public Path state(String service) {
    return root.resolve("state").resolve(service);
  }

  /** The hot folder, unless the user names another. */
  public Path wires() {
    return root.resolve("wires");
  }

  /** The file of the feeds; need not be there. */
  public Path feeds() {
    return root.resolve("feeds.yml");
  }

  /** The file of the webhooks' subscriptions; there need not be one. */
  public Path subscriptions() {
    return root.resolve("subscriptions.yml");
  }

  /** The file of the desks. */
  public Path desks() {
    return root.resolve("desks.yml");
  }

  /** The operator's key of the registry in this process. */
  public Path registryKey() {
    return root.resolve("registry.key");
  }

  public Path root() {
    return root;
  }

  @Override
  public void close() {
    try {
      channel.close(); // gives up the lock
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held in this very process
    }
  }
}
