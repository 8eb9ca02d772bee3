package io.wiredesk.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoTest {

  private static final LocalDate TODAY = LocalDate.of(2027, 1, 5);

  private final List<String> pushed = new CopyOnWriteArrayList<>();
  private final CountDownLatch stop = new CountDownLatch(1);
  private int stopAfter = Integer.MAX_VALUE;
  private HttpServer ingest;

  @TempDir Path directory;

  @BeforeEach
  void start() throws IOException {
    ingest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ingest.createContext(
        "/feeds",
        exchange -> {
          pushed.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          if (pushed.size() == stopAfter) {
            stop.countDown();
          }
          exchange.sendResponseHeaders(202, -1);
          exchange.close();
        });
    ingest.start();
    Files.writeString(
        directory.resolve("demo.tsv"), "0.0\ta\t1.txt\n0.1\tb\t2.txt\n0.2\ta\t3.txt\n");
    for (int i = 1; i <= 3; i++) {
      Files.writeString(directory.resolve(i + ".txt"), i + " on 2026-03-15");
    }
  }

  @AfterEach
  void end() {
    ingest.stop(0);
  }

  @Test
  void aSecondReplayOnTheSameDataSaysThatAllIsKnownAndOffersAFreshOne() throws Exception {
    assertThat(replay(false, stop)).contains("3 wire files", "all 3 files are sent");
    assertThat(pushed).containsExactly("1 on 2026-03-15", "2 on 2026-03-15", "3 on 2026-03-15");
    assertThat(replay(false, stop)).contains("were sent on this data before", "up --demo --again");
    assertThat(pushed).hasSize(3);
  }

  @Test
  void aFreshReplayIsOfDaysThatNoOtherHad() throws Exception {
    replay(false, stop);
    assertThat(replay(true, stop)).contains("as of 2027-01-04");
    assertThat(replay(true, stop)).contains("as of 2026-12-27");
    assertThat(pushed).hasSize(9).doesNotHaveDuplicates();
    assertThat(pushed.get(3)).startsWith("1 on 2027-01-04");
  }

  @Test
  void anInterruptedReplayGoesOnWhereItWasStopped() throws Exception {
    stopAfter = 2;
    replay(false, stop);
    assertThat(pushed).hasSize(2);
    assertThat(replay(false, new CountDownLatch(1)))
        .contains("goes on where it was stopped, 1 wire");
    assertThat(pushed).containsExactly("1 on 2026-03-15", "2 on 2026-03-15", "3 on 2026-03-15");
  }

  @Test
  void againOnNewDataIsTheFirstReplay() throws Exception {
    replay(true, stop);
    assertThat(pushed).contains("1 on 2026-03-15");
  }

  private String replay(boolean again, CountDownLatch until) throws InterruptedException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    new Demo(directory, directory, new PrintStream(said, true, UTF_8))
        .replay("http://127.0.0.1:" + ingest.getAddress().getPort(), 1_000, again, TODAY, until);
    return said.toString(UTF_8);
  }
}
