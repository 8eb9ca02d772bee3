package io.wiredesk.ingest.line;

import io.wiredesk.runtime.DeadLetters;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.FileComponent;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.support.DefaultExchange;
import org.apache.commons.net.ftp.FTPFile;

/**
 * Reads a file that was moved aside once more, where its listing cannot tell it from another: most
 * FTP servers list times by the minute, so one of the same length in the same minute looks the
 * same. Used by the one thread that polls.
 */
final class SecondReading<T> {

  /** Exchange property: digest of the bytes that were taken. */
  static final String DIGEST = "wiredeskDigest";

  private final GenericFileOperations<T> operations;

  SecondReading(GenericFileOperations<T> operations) {
    this.operations = operations;
  }

  /** True where the listing may be silent about a change. */
  static boolean isNeeded(Exchange taken, GenericFile<?> file) {
    return file.getFile() instanceof FTPFile
        && file.getLastModified() % TimeUnit.MINUTES.toMillis(1) == 0
        && taken.getProperty(DIGEST) != null;
  }

  /**
   * True where the file has other bytes than were taken.
   *
   * @throws IOException where that cannot be told
   */
  boolean isAnother(Exchange taken, String path, long size) throws IOException {
    Exchange again = new DefaultExchange(taken.getContext());
    GenericFile<T> file = new GenericFile<>();
    again.setProperty(FileComponent.FILE_EXCHANGE_FILE, file);
    try {
      if (!operations.retrieveFile(path, again, size)
          || !(file.getBody() instanceof InputStream in)) {
        throw new IOException("the server does not give " + path + " again");
      }
      byte[] bytes = in.readNBytes((int) size + 1);
      operations.releaseRetrievedFileResources(again);
      if (bytes.length < size) {
        throw new IOException(path + " broke off");
      }
      return !DeadLetters.sha256(bytes).equals(taken.getProperty(DIGEST));
    } catch (GenericFileOperationFailedException e) {
      throw new IOException(e);
    }
  }
}
