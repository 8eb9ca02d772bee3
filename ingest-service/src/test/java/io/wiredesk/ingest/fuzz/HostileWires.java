package io.wiredesk.ingest.fuzz;

import io.wiredesk.ingest.parse.Parsed;
import io.wiredesk.ingest.parse.WireFormat;
import io.wiredesk.ingest.parse.WireParser;
import io.wiredesk.ingest.parse.WireParsers;
import io.wiredesk.ingest.reading.AllFormats;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Reads every hostile shape and prints a line for each: milliseconds of processor time, bytes,
 * outcome, name. A program of its own, so that it can be given little memory.
 */
final class HostileWires {

  private HostileWires() {}

  public static void main(String[] args) {
    WireParsers parsers = AllFormats.parsers();
    for (WireFormat format : WireFormat.values()) {
      for (byte[] sample : Samples.of(format)) {
        outcome(AllFormats.parser(format), sample);
      }
    }
    System.gc();
    Runtime machine = Runtime.getRuntime();
    long live = machine.totalMemory() - machine.freeMemory();
    System.out.println("free " + (machine.maxMemory() - live));
    for (Map.Entry<String, Supplier<byte[]>> shape : HostileShapes.all().entrySet()) {
      byte[] wire = shape.getValue().get();
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      String outcome = outcome(parsers, wire);
      long millis =
          (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1_000_000;
      String name = shape.getKey().replaceAll("\\s+", " ");
      System.out.println("read " + millis + " " + wire.length + " " + outcome + " " + name);
    }
    System.out.println("done");
  }

  private static String outcome(WireParser parser, byte[] wire) {
    try {
      Parsed parsed = parser.parse(Limits.input(wire));
      return parsed instanceof Parsed.Rejected refused ? refused.reason().name() : "ACCEPTED";
    } catch (RuntimeException | Error bug) {
      StackTraceElement[] trace = bug.getStackTrace();
      String at = trace.length == 0 ? "?" : trace[0].toString().replace(' ', '_');
      return "BROKEN:" + bug.getClass().getSimpleName() + "@" + at;
    }
  }
}
