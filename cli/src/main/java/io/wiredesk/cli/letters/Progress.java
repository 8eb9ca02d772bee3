package io.wiredesk.cli.letters;

import java.io.PrintWriter;

/**
 * How far a long work is: a bar on a terminal, else a line a hundred steps. One thread; it closes
 * nothing.
 */
final class Progress {

  private static final int WIDTH = 30;
  private static final int STEP = 100;

  private final PrintWriter out;
  private final int total;
  private final boolean live;

  /**
   * A progress.
   *
   * @param live true where {@code out} is a terminal
   */
  Progress(PrintWriter out, int total, boolean live) {
    this.out = out;
    this.total = total;
    this.live = live;
  }

  /** So many of the total are done. */
  void done(int count) {
    if (live) {
      int filled = total == 0 ? WIDTH : (int) ((long) WIDTH * count / total);
      String bar = "#".repeat(filled) + ".".repeat(WIDTH - filled);
      out.print("\r[" + bar + "] " + count + "/" + total);
      out.flush();
    } else if (count % STEP == 0 || count == total) {
      out.println(count + "/" + total);
      out.flush();
    }
  }

  /** A line of its own between two states of the bar. */
  void say(String line) {
    out.println((live ? "\r\u001b[K" : "") + line);
    out.flush();
  }

  /** Leaves the bar. */
  void end() {
    if (live && total > 0) {
      out.println();
      out.flush();
    }
  }
}
