package io.wiredesk.ingest.parse.json;

import io.wiredesk.ingest.parse.AsciiRun;
import io.wiredesk.ingest.parse.FirstBytes;
import io.wiredesk.ingest.parse.text.Utf8;

/**
 * Says whether bytes can go to a parser of UTF-8 as they are, so that they need not become a text
 * first. Stateless.
 */
final class CleanUtf8 {

  private CleanUtf8() {}

  /** Valid UTF-8 without a byte order mark and without NUL. */
  static boolean is(byte[] bytes) {
    int at = AsciiRun.end(bytes, 0);
    while (at < bytes.length) {
      int length = bytes[at] == 0 ? 0 : Utf8.sequence(bytes, at);
      if (length == 0) {
        return false;
      }
      at = AsciiRun.end(bytes, at + length);
    }
    return !FirstBytes.areUtf8Mark(bytes);
  }
}
