package io.wiredesk.ingest.intake;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/**
 * Lets a file through only when it is whole as far as can be told: neither size nor time of change
 * moved for a while ({@link Stillness}). A file that is empty, or that begins like XML or JSON and
 * does not end like it (XML: with the end tag of its root), gets longer. Files under the usual
 * names of unfinished transfers never pass. Used by the one thread that polls.
 */
final class SettledFiles implements GenericFileFilter<File> {

  private static final Pattern UNFINISHED_NAME =
      Pattern.compile(
          "(?i)^\\..*|.*\\.(part|partial|tmp|temp|filepart|crdownload|swp|inprogress)$|.*~$");
  private static final Pattern ROOT = Pattern.compile("<([A-Za-z_][\\w:.-]*)");
  private static final int HEAD = 4096;
  private static final int TAIL = 256;

  private final Duration settle;
  private final Duration unfinished;
  private final Stillness<Sight> stillness;

  /**
   * A filter.
   *
   * @param settle how long a file must not have changed
   * @param unfinished the same for one that looks unfinished
   */
  SettledFiles(Stillness<Sight> stillness, Duration settle, Duration unfinished) {
    this.stillness = stillness;
    this.settle = settle;
    this.unfinished = unfinished;
  }

  /** What of a file must not change. */
  record Sight(long size, long modified) {}

  @Override
  public boolean accept(GenericFile<File> file) {
    if (file.isDirectory()) {
      return !file.getFileNameOnly().startsWith(".");
    }
    return !UNFINISHED_NAME.matcher(file.getFileNameOnly()).matches() && settled(file.getFile());
  }

  /** Forgets a file that was taken, so that another of its name is looked at afresh. */
  void taken(File file) {
    stillness.forget(file.getPath());
  }

  private boolean settled(File file) {
    Duration still = stillness.of(file.getPath(), new Sight(file.length(), file.lastModified()));
    return still.compareTo(settle) >= 0
        && (still.compareTo(unfinished) >= 0 || !looksUnfinished(file));
  }

  private static boolean looksUnfinished(File file) {
    long length = file.length();
    if (length == 0) {
      return true;
    }
    try (RandomAccessFile in = new RandomAccessFile(file, "r")) {
      String head = slice(in, 0, Math.min(HEAD, length));
      String tail = slice(in, Math.max(0, length - TAIL), Math.min(TAIL, length)).strip();
      return switch (firstSign(head)) {
        case '<' -> !closesRoot(head, tail);
        case '{' -> !tail.endsWith("}");
        case '[' -> !tail.endsWith("]");
        default -> false;
      };
    } catch (IOException e) {
      return true; // gone or locked: look again at the next poll
    }
  }

  private static boolean closesRoot(String head, String tail) {
    Matcher root = ROOT.matcher(head);
    return tail.endsWith("/>") || !root.find() || tail.contains("</" + root.group(1));
  }

  private static String slice(RandomAccessFile in, long from, long count) throws IOException {
    byte[] bytes = new byte[(int) count];
    in.seek(from);
    in.readFully(bytes);
    // NULs are every other byte of UTF-16, and control characters frame telex copy: neither decides
    // here
    return new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("[\\x00-\\x1f]", " ");
  }

  private static char firstSign(String head) {
    String text =
        head.startsWith("\u00ef\u00bb\u00bf") || head.startsWith("\u00ff\u00fe")
            ? head.substring(2)
            : head;
    return text.replace("\u00bf", "").strip().isEmpty()
        ? ' '
        : text.replace("\u00bf", "").strip().charAt(0);
  }
}
