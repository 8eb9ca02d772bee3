package io.wiredesk.ingest.intake;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Names that a file system takes. Stateless. */
final class FileNames {

  /** Of the 255 that file systems commonly take, with room for a number. */
  private static final int MOST_BYTES = 240;

  private FileNames() {}

  /** A path in the folder that no file has: this name, shortened in its middle where too long. */
  static Path free(Path folder, String name) {
    String fitting = shortened(name);
    Path path = folder.resolve(fitting);
    for (int i = 2; Files.exists(path, LinkOption.NOFOLLOW_LINKS); i++) {
      path = folder.resolve(i + "-" + fitting);
    }
    return path;
  }

  /** Keeps beginning and ending, which say what a file is. */
  static String shortened(String name) {
    int[] points = name.codePoints().toArray();
    int bytes = bytes(name);
    int from = points.length / 2;
    int to = from;
    while (bytes > MOST_BYTES) {
      boolean left = from > 0 && (points.length - to < from || to == points.length);
      bytes -= bytes(Character.toString(left ? points[--from] : points[to++]));
    }
    return from == to
        ? name
        : new String(points, 0, from) + new String(points, to, points.length - to);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
