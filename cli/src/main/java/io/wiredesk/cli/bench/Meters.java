package io.wiredesk.cli.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the processes of the services have used up to one moment, by their metrics. Immutable.
 *
 * @param cpuSeconds of all processes
 * @param residentBytes of all processes
 * @param byThreads CPU seconds by group of threads
 */
record Meters(double cpuSeconds, double residentBytes, Map<String, Double> byThreads) {

  private static final String CPU = "wiredesk_process_cpu_seconds_total";
  private static final String RESIDENT = "wiredesk_process_resident_bytes";
  private static final String THREADS = "wiredesk_threads_cpu_seconds_total";
  private static final String PROCESS = "wiredesk_process_number";

  Meters {
    byThreads = new TreeMap<>(byThreads);
  }

  /** Reads them; services in one process count once, and one that is not there not at all. */
  static Meters read(List<String> services) {
    Map<String, String> byProcess = new HashMap<>();
    HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    for (String service : services) {
      String text = text(client, service);
      text.lines()
          .filter(line -> line.startsWith(PROCESS))
          .findFirst()
          .ifPresent(line -> byProcess.put(value(line) + "", text));
    }
    return byProcess.values().stream()
        .map(Meters::of)
        .reduce(new Meters(0, 0, Map.of()), Meters::plus);
  }

  /** Of one page of metrics in Prometheus' text format. */
  static Meters of(String page) {
    double cpu = 0;
    double resident = 0;
    Map<String, Double> threads = new TreeMap<>();
    for (String line : page.lines().toList()) {
      if (line.startsWith(CPU)) {
        cpu = value(line);
      } else if (line.startsWith(RESIDENT)) {
        resident = value(line);
      } else if (line.startsWith(THREADS)) {
        threads.merge(line.replaceAll(".*group=\"([^\"]*)\".*", "$1"), value(line), Double::sum);
      }
    }
    return new Meters(cpu, resident, threads);
  }

  /** What was used since then; the memory is that of now. */
  Meters since(Meters before) {
    Map<String, Double> threads = new TreeMap<>(byThreads);
    before.byThreads.forEach((group, seconds) -> threads.merge(group, -seconds, Double::sum));
    return new Meters(cpuSeconds - before.cpuSeconds, residentBytes, threads);
  }

  private Meters plus(Meters other) {
    Map<String, Double> threads = new TreeMap<>(byThreads);
    other.byThreads.forEach((group, seconds) -> threads.merge(group, seconds, Double::sum));
    return new Meters(cpuSeconds + other.cpuSeconds, residentBytes + other.residentBytes, threads);
  }

  private static String text(HttpClient client, String service) {
    try {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(service + "/metrics"))
                  .timeout(Duration.ofSeconds(10))
                  .build(),
              BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private static double value(String line) {
    return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
  }
}
