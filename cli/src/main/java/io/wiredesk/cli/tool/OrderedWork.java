package io.wiredesk.cli.tool;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Works on lines side by side and prints the results in the order of submission, a bounded number
 * ahead. One thread submits.
 */
final class OrderedWork implements AutoCloseable {

  private final ExecutorService threads;
  private final Deque<Future<String>> pending = new ArrayDeque<>();
  private final int ahead;

  OrderedWork(int parallel) {
    this.threads = Executors.newFixedThreadPool(parallel);
    this.ahead = parallel * 8;
  }

  /** Takes a piece of work; prints what is finished once enough is ahead. */
  void submit(Callable<String> work) {
    pending.add(threads.submit(work));
    while (pending.size() > ahead) {
      printNext();
    }
  }

  @Override
  public void close() {
    try {
      while (!pending.isEmpty()) {
        printNext();
      }
    } finally {
      threads.shutdownNow();
      System.out.flush();
    }
  }

  private void printNext() {
    try {
      System.out.println(pending.remove().get());
    } catch (ExecutionException e) {
      pending.clear();
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
