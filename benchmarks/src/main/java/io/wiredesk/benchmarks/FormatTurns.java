package io.wiredesk.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLStreamException;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * {@link FormatBenchmark}'s bare pass and our reading by turns, some microseconds each, so that a
 * machine that changes its pace changes it for both: {@link FormatRatios} makes ratios of their
 * times.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(jvmArgsAppend = {FormatBenchmark.COLLECTOR, FormatBenchmark.HEAP})
public class FormatTurns {

  /** Time spent in an iteration, in nanoseconds. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Nanos {
    public long bare;
    public long ours;
  }

  @Benchmark
  public void parse(FormatBenchmark wires, Nanos nanos, Blackhole seen)
      throws XMLStreamException, IOException {
    byTurns(wires, nanos, seen, () -> wires.parse(seen));
  }

  @Benchmark
  public void read(FormatBenchmark wires, Nanos nanos, Blackhole seen)
      throws XMLStreamException, IOException {
    byTurns(wires, nanos, seen, () -> wires.read(seen));
  }

  private static void byTurns(FormatBenchmark wires, Nanos nanos, Blackhole seen, Runnable ours)
      throws XMLStreamException, IOException {
    long start = System.nanoTime();
    wires.bare(seen);
    long between = System.nanoTime();
    ours.run();
    nanos.ours += System.nanoTime() - between;
    nanos.bare += between - start;
  }
}
