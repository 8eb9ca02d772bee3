package io.wiredesk.wire.fuzz;

import io.wiredesk.wire.AllFormats;
import io.wiredesk.wire.WireReader;
import io.wiredesk.wire.parse.WireFormat;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Reads every hostile shape and prints a line for each: milliseconds of the thread's processor
 * time, the same for a quarter of the shape where the whole took long enough to tell (else the same
 * figure again), outcome, name; before that, the bytes in use once all parsers are loaded, and with
 * an argument nothing else. What is measured twice counts with the smaller figure. A program of its
 * own, so that it can be given little memory.
 */
final class HostileWires {

  /** Milliseconds; below, a pause of the machine is larger than what is measured. */
  private static final long WORTH_A_SECOND_LOOK = 200;

  private HostileWires() {}

  public static void main(String[] args) {
    WireReader reader = new WireReader(AllFormats.parsers());
    for (WireFormat format : WireFormat.values()) {
      for (byte[] sample : Samples.of(format)) {
        outcome(reader, sample);
      }
    }
    System.gc();
    Runtime machine = Runtime.getRuntime();
    long live = machine.totalMemory() - machine.freeMemory();
    System.out.println("live " + live);
    if (args.length > 0) {
      return;
    }
    Map<String, Supplier<byte[]>> quarters = HostileShapes.all(4);
    for (Map.Entry<String, Supplier<byte[]>> shape : HostileShapes.all().entrySet()) {
      Supplier<byte[]> quarter = quarters.get(shape.getKey());
      String name = shape.getKey().replaceAll("\\s+", " ");
      System.out.println("read " + measured(reader, shape.getValue(), quarter) + " " + name);
    }
    System.out.println("done");
  }

  private static String measured(
      WireReader reader, Supplier<byte[]> shape, Supplier<byte[]> quarter) {
    byte[] wire = shape.get();
    long before = cpuMillis();
    String outcome = outcome(reader, wire);
    long full = cpuMillis() - before;
    long small = full;
    if (full > WORTH_A_SECOND_LOOK) {
      full = Math.min(full, cost(reader, wire));
      wire = new byte[0]; // one of them in memory at a time
      byte[] less = quarter.get();
      small = Math.min(cost(reader, less), cost(reader, less));
    }
    return full + " " + small + " " + outcome;
  }

  private static long cost(WireReader reader, byte[] wire) {
    long before = cpuMillis();
    outcome(reader, wire);
    return cpuMillis() - before;
  }

  private static long cpuMillis() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
  }

  private static String outcome(WireReader reader, byte[] wire) {
    try {
      WireReader.Result result = reader.read(Limits.input(wire), WireReader.RawCoordinates.none());
      return result instanceof WireReader.Result.Refused refused
          ? refused.rejection().reason().name()
          : "READ";
    } catch (RuntimeException | Error bug) {
      StackTraceElement[] trace = bug.getStackTrace();
      String at = trace.length == 0 ? "?" : trace[0].toString().replace(' ', '_');
      return "BROKEN:" + bug.getClass().getSimpleName() + "@" + at;
    }
  }
}
