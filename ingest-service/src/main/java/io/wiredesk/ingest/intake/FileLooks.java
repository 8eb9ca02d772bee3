package io.wiredesk.ingest.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What tells one file from another, and one state of it from the next. Immutable.
 *
 * @param size in bytes
 * @param key the file system's own, where it has one
 */
record FileLooks(long size, long modifiedNanos, @Nullable Object key) {

  static FileLooks of(Path path) throws IOException {
    return of(Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
  }

  static FileLooks of(BasicFileAttributes a) {
    return new FileLooks(a.size(), a.lastModifiedTime().to(TimeUnit.NANOSECONDS), a.fileKey());
  }
}
