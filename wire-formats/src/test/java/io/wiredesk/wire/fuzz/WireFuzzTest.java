package io.wiredesk.wire.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.wire.AllFormats;
import io.wiredesk.wire.WireReader;
import io.wiredesk.wire.parse.WireFormat;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.parse.WireParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every parser on mutated wires: an outcome, never an exception, never more than {@link Limits}.
 * Mutant number n of a format is the same on every machine, whatever the number of threads:
 *
 * <ul>
 *   <li>{@code -Dfuzz.mutations=100000} mutants a format ({@code .ci/fuzz}; some hundred by
 *       default);
 *   <li>{@code -Dfuzz.seed=7} another series of them.
 * </ul>
 *
 * One in eight goes through detection and normalising too. A mutant that breaks a promise is
 * written to {@code target/fuzz}; it goes to {@code src/test/resources/fuzz} with its repair.
 */
class WireFuzzTest {

  private static final int MUTATIONS = Integer.getInteger("fuzz.mutations", 400);
  private static final long SEED = Long.getLong("fuzz.seed", 20_260_314L);
  private static final int WHOLE = 8;
  private static final int SHOWN = 5;
  private static final int THREADS = Runtime.getRuntime().availableProcessors();
  private static final List<Mutation> ALL = Mutation.all();
  private static final WireReader READER = new WireReader(AllFormats.parsers());
  private static final ExecutorService POOL = Executors.newFixedThreadPool(THREADS);

  @AfterAll
  static void stop() {
    POOL.shutdownNow();
  }

  @ParameterizedTest
  @EnumSource(WireFormat.class)
  void noMutantBreaksAPromise(WireFormat format) throws Exception {
    assertThat(Samples.of(format).size()).as("samples").isPositive();
    WireParser parser = AllFormats.parser(format);
    List<Future<List<String>>> shares = new ArrayList<>();
    for (int share = 0; share < THREADS; share++) {
      int first = share;
      shares.add(POOL.submit(() -> share(format, parser, first)));
    }
    List<String> broken = new ArrayList<>();
    for (Future<List<String>> share : shares) {
      broken.addAll(share.get());
    }
    assertThat(broken).as("broken promises of %s mutants", MUTATIONS).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kept")
  void noKeptMutantBreaksAPromiseAgain(Path file) {
    WireInput input = Limits.input(Samples.bytes(file));
    for (WireFormat format : WireFormat.values()) {
      assertThat(Limits.ofParsing(AllFormats.parser(format), input)).as(format.id()).isEmpty();
    }
    assertThat(Limits.ofReading(READER, input)).isEmpty();
  }

  static Stream<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(Samples.KEPT)) {
      return files.filter(f -> !f.toString().endsWith(".md")).sorted().toList().stream();
    }
  }

  private static List<String> share(WireFormat format, WireParser parser, int first)
      throws IOException {
    List<String> broken = new ArrayList<>();
    for (int n = first; n < MUTATIONS && broken.size() < SHOWN; n += THREADS) {
      byte[] mutant = mutant(format, n);
      Optional<String> wrong = Limits.ofParsing(parser, Limits.input(mutant));
      if (wrong.isEmpty() && n % WHOLE == 0) {
        wrong = Limits.ofReading(READER, Limits.input(mutant));
      }
      if (wrong.isPresent()) {
        broken.add("mutant " + n + " (" + kept(format, n, mutant) + "): " + wrong.get());
      }
    }
    return broken;
  }

  private static byte[] mutant(WireFormat format, int number) {
    // neighbouring seeds give neighbouring first numbers
    long seed = SEED * 31 + format.ordinal() * 0x9E3779B97F4A7C15L + number * 0xC2B2AE3D27D4EB4FL;
    return Mutation.mutant(Samples.of(format), ALL, new Random(seed ^ seed >>> 29));
  }

  private static Path kept(WireFormat format, int number, byte[] mutant) throws IOException {
    Path folder = Files.createDirectories(Path.of("target/fuzz"));
    return Files.write(folder.resolve(format.id() + "-" + number + ".bin"), mutant);
  }
}
