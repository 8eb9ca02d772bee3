package io.wiredesk.ingest.line;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A way to a server on this machine that breaks off, once, after so many bytes from the server. */
final class CutProxy implements AutoCloseable {

  private final ServerSocket door;
  private final int target;
  private final AtomicLong cutAfter = new AtomicLong(Long.MAX_VALUE);
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  /** How often the way broke off. */
  final AtomicLong cuts = new AtomicLong();

  CutProxy(int target) {
    this.target = target;
    try {
      this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /** From now on, that many bytes more. */
  void cutAfter(long bytes) {
    cutAfter.set(bytes);
  }

  /** Breaks off every connection. */
  void cut() {
    open.forEach(CutProxy::close);
    open.clear();
  }

  @Override
  public void close() throws IOException {
    door.close();
    cut();
  }

  private void accept() {
    try {
      while (true) {
        Socket in = door.accept();
        connect(in);
      }
    } catch (IOException e) {
      cut();
    }
  }

  private void connect(Socket in) {
    try {
      Socket out = new Socket(InetAddress.getLoopbackAddress(), target);
      open.add(in);
      open.add(out);
      thread(() -> copy(in, out, false));
      thread(() -> copy(out, in, true));
    } catch (IOException e) { // the server is away
      close(in);
    }
  }

  private void copy(Socket from, Socket to, boolean counted) {
    byte[] buffer = new byte[2048];
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (counted && cutAfter.addAndGet(-n) < 0) {
          cutAfter.set(Long.MAX_VALUE);
          cuts.incrementAndGet();
          break;
        }
        out.write(buffer, 0, n);
        out.flush();
      }
    } catch (IOException e) {
      // broken off: what this is for
    }
    close(from);
    close(to);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void thread(Runnable work) {
    Thread thread = new Thread(work, "cut-proxy");
    thread.setDaemon(true);
    thread.start();
  }
}
