package io.wiredesk.ingest.line;

import java.io.File;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.commons.net.ftp.FTPFile;
import org.jspecify.annotations.Nullable;

/**
 * What a listing says of a file: as long as it says the same, it is the same file. Immutable.
 *
 * @param size in bytes
 * @param modified milliseconds, by the other side's clock
 */
record Sight(long size, long modified) {

  static Sight of(GenericFile<?> file) {
    return new Sight(file.getFileLength(), file.getLastModified());
  }

  /** What a listing of that file alone says; null where there is no such file. */
  static @Nullable Sight of(Object @Nullable [] listed) {
    if (listed == null || listed.length != 1) {
      return null;
    }
    if (listed[0] instanceof SftpRemoteFile<?> file) {
      return new Sight(file.getFileLength(), file.getLastModified());
    }
    if (listed[0] instanceof FTPFile file) {
      long modified = file.getTimestamp() == null ? 0 : file.getTimestamp().getTimeInMillis();
      return new Sight(file.getSize(), modified);
    }
    return listed[0] instanceof File file ? new Sight(file.length(), file.lastModified()) : null;
  }

  /** The mark of a file that is left where it is. */
  String mark(String path) {
    return "file " + path + " " + size + " " + modified;
  }
}
