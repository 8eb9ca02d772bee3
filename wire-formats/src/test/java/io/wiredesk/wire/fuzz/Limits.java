package io.wiredesk.wire.fuzz;

import io.wiredesk.wire.WireReader;
import io.wiredesk.wire.parse.Parsed;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.profile.FeedProfile;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What reading one wire may cost: one second of the thread's own processor time, so that a busy
 * machine makes no test fail, and 64 MB over the size of the input. Memory is bounded by what the
 * thread <em>allocates</em> from start to end, garbage included: the reader uses one thread and
 * keeps nothing, so what is alive at any moment cannot be more than that. That is stricter than the
 * promise; for small wires it holds all the same, and large ones are read in a Java machine that is
 * given no more ({@link HostileWiresTest}). Stateless.
 */
final class Limits {

  static final Duration TIME = Duration.ofSeconds(1);
  static final long MEMORY = 64L * 1024 * 1024;

  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final Instant RECEIVED = Instant.parse("2026-03-14T12:00:00Z");

  private Limits() {}

  static WireInput input(byte[] bytes) {
    return new WireInput(bytes, null, null, RECEIVED, FeedProfile.standard("fuzz"));
  }

  /** What is wrong with how these bytes are parsed; empty where nothing is. */
  static Optional<String> ofParsing(io.wiredesk.wire.parse.WireParser parser, WireInput input) {
    return broken(
        input,
        () -> {
          Parsed parsed = parser.parse(input);
          return parsed == null ? "no outcome at all" : null;
        });
  }

  /** As {@link #ofParsing}, for detection, parsing and normalising together. */
  static Optional<String> ofReading(WireReader reader, WireInput input) {
    return broken(
        input,
        () -> {
          WireReader.Result result = reader.read(input, WireReader.RawCoordinates.none());
          return result == null ? "no outcome at all" : null;
        });
  }

  private static Optional<String> broken(WireInput input, Supplier<String> work) {
    Optional<String> first = once(input, work);
    // a compiler or collector that worked on this thread's account does not do so twice
    return first.isPresent() ? once(input, work) : first;
  }

  private static Optional<String> once(WireInput input, Supplier<String> work) {
    long thread = Thread.currentThread().getId();
    long allocated = THREADS.getThreadAllocatedBytes(thread);
    long before = THREADS.getCurrentThreadCpuTime();
    try {
      String wrong = work.get();
      if (wrong != null) {
        return Optional.of(wrong);
      }
    } catch (RuntimeException | Error bug) {
      return Optional.of(bug + " at " + bug.getStackTrace()[0] + "\n" + trace(bug));
    }
    Duration time = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - before);
    long memory = THREADS.getThreadAllocatedBytes(thread) - allocated;
    if (time.compareTo(TIME) > 0) {
      return Optional.of("took " + time.toMillis() + " ms for " + input.bytes().length + " bytes");
    }
    return memory > MEMORY + input.bytes().length
        ? Optional.of("allocated " + memory + " bytes for " + input.bytes().length)
        : Optional.empty();
  }

  private static String trace(Throwable bug) {
    StringBuilder trace = new StringBuilder();
    for (int i = 0; i < Math.min(12, bug.getStackTrace().length); i++) {
      trace.append("    at ").append(bug.getStackTrace()[i]).append('\n');
    }
    return trace.toString();
  }
}
