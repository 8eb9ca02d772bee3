package io.wiredesk.runtime;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What this process uses: CPU time in all and by group of threads, and resident memory. Services
 * that share a process show the same numbers; {@code wiredesk.process.number} tells them apart.
 * Thread-safe: nothing is kept, everything is looked up when it is asked for.
 */
final class ProcessMeters implements MeterBinder {

  private static final double NANOS = 1e9;
  private static final int PAGE_BYTES = 4096;

  /** Name of a group, and how the names of its threads begin. The first that fits counts. */
  private record Group(String name, List<String> prefixes) {}

  private static final List<Group> GROUPS =
      List.of(
          new Group("ingest streams", List.of("wiredesk-ingest")),
          new Group("enrich streams", List.of("wiredesk-enrich")),
          new Group("publish streams", List.of("wiredesk-publish")),
          new Group("clients", List.of("kafka-producer", "kafka-admin", "kafka-coordinator")),
          new Group(
              "broker",
              List.of(
                  "data-plane", "kafka-", "raft", "quorum", "broker-", "controller-", "group-")),
          new Group("http", List.of("JettyServerThreadPool", "qtp", "HttpServer")));

  private static final String OTHER = "other";

  @Override
  public void bindTo(MeterRegistry registry) {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    FunctionCounter.builder(
            "wiredesk.process.cpu.seconds", system, s -> s.getProcessCpuTime() / NANOS)
        .description("CPU time of the process")
        .register(registry);
    Gauge.builder("wiredesk.process.number", () -> ProcessHandle.current().pid())
        .description("Number of the process")
        .register(registry);
    Gauge.builder("wiredesk.process.resident.bytes", ProcessMeters::residentBytes)
        .description("Resident memory; not a number where the system does not say")
        .register(registry);
    for (Group group : GROUPS) {
      group(group.name(), threads, registry);
    }
    group(OTHER, threads, registry);
  }

  private static void group(String name, ThreadMXBean threads, MeterRegistry registry) {
    FunctionCounter.builder("wiredesk.threads.cpu.seconds", threads, t -> cpuNanos(name, t) / NANOS)
        .tag("group", name)
        .description("CPU time of the threads that live, by group; the JVM's own are in none")
        .register(registry);
  }

  private static double cpuNanos(String group, ThreadMXBean threads) {
    long nanos = 0;
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread != null && group(thread.getThreadName()).equals(group)) {
        nanos += Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
      }
    }
    return nanos;
  }

  /** The group of a thread by its name. */
  static String group(String thread) {
    for (Group group : GROUPS) {
      if (group.prefixes().stream().anyMatch(thread::startsWith)) {
        return group.name();
      }
    }
    return OTHER;
  }

  private static double residentBytes() {
    try {
      String[] pages = Files.readString(Path.of("/proc/self/statm")).split(" ");
      return Double.parseDouble(pages[1]) * PAGE_BYTES;
    } catch (IOException | RuntimeException e) { // no such file here
      return Double.NaN;
    }
  }
}
