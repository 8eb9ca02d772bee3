package io.wiredesk.ingest.line;

import io.wiredesk.ingest.intake.Marks;
import io.wiredesk.ingest.intake.Stillness;
import java.time.Duration;
import java.util.regex.Pattern;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.jspecify.annotations.Nullable;

/**
 * Lets a remote file through when two listings at least {@code settle} apart say the same of it,
 * its name is not that of an unfinished transfer, and it was not taken before. The other side's
 * clock decides nothing, so a file with an old date comes in like any other. Used by the one thread
 * that polls.
 */
final class SettledListing<T> implements GenericFileFilter<T> {

  private static final Pattern UNFINISHED =
      Pattern.compile(
          "(?i)^\\..*|.*\\.(part|partial|tmp|temp|filepart|crdownload|swp|inprogress)$|.*~$");

  private final String feed;
  private final Marks marks;
  private final Stillness<Sight> stillness;
  private final Duration settle;
  private final @Nullable Pattern include;

  /**
   * @param include names that are taken, with * and ?; null: all
   */
  SettledListing(
      String feed,
      Marks marks,
      Stillness<Sight> stillness,
      Duration settle,
      @Nullable String include) {
    this.feed = feed;
    this.marks = marks;
    this.stillness = stillness;
    this.settle = settle;
    this.include = include == null ? null : glob(include);
  }

  @Override
  public boolean accept(GenericFile<T> file) {
    String name = file.getFileNameOnly();
    if (file.isDirectory()) {
      return !name.startsWith(".");
    }
    boolean wanted = include == null || include.matcher(name).matches();
    return wanted
        && !UNFINISHED.matcher(name).matches()
        && !marks.has(feed, Sight.of(file).mark(file.getAbsoluteFilePath()))
        && settled(file);
  }

  /** Forgets a file that was taken, so that another of its name is looked at afresh. */
  void taken(GenericFile<T> file) {
    stillness.forget(file.getAbsoluteFilePath());
  }

  private boolean settled(GenericFile<T> file) {
    return stillness.of(file.getAbsoluteFilePath(), Sight.of(file)).compareTo(settle) >= 0;
  }

  private static Pattern glob(String text) {
    StringBuilder pattern = new StringBuilder();
    for (char c : text.toCharArray()) {
      pattern.append(
          switch (c) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(String.valueOf(c));
          });
    }
    return Pattern.compile(pattern.toString());
  }
}
