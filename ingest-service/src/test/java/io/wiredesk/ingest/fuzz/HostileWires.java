package io.wiredesk.ingest.fuzz;

import io.wiredesk.ingest.parse.WireFormat;
import io.wiredesk.ingest.reading.AllFormats;
import io.wiredesk.ingest.reading.WireReader;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Reads every hostile shape and prints a line for each: milliseconds of processor time, bytes,
 * outcome, name; before that, the bytes in use once all parsers are loaded, and with an argument
 * nothing else. A program of its own, so that it can be given little memory.
 */
final class HostileWires {

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
    for (Map.Entry<String, Supplier<byte[]>> shape : HostileShapes.all().entrySet()) {
      byte[] wire = shape.getValue().get();
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      String outcome = outcome(reader, wire);
      long millis =
          (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1_000_000;
      String name = shape.getKey().replaceAll("\\s+", " ");
      System.out.println("read " + millis + " " + wire.length + " " + outcome + " " + name);
    }
    System.out.println("done");
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
