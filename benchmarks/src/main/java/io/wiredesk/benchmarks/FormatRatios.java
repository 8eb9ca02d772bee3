package io.wiredesk.benchmarks;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs {@link FormatBenchmark} with JMH's own options and prints, for each format, how fast parsing
 * and reading are in terms of the bare pass: 0.5 takes twice as long.
 */
public final class FormatRatios {

  private FormatRatios() {}

  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    Collection<RunResult> results =
        new Runner(new OptionsBuilder().parent(new CommandLineOptions(args)).build()).run();
    Map<String, Map<String, Double>> byFormat = new TreeMap<>();
    for (RunResult result : results) {
      if (!result.getParams().getParamsKeys().contains("format")) {
        continue;
      }
      String name = result.getParams().getBenchmark();
      byFormat
          .computeIfAbsent(result.getParams().getParam("format"), f -> new TreeMap<>())
          .put(name.substring(name.lastIndexOf('.') + 1), result.getPrimaryResult().getScore());
    }
    System.out.printf("%-18s %10s %10s%n", "format", "parse", "read");
    byFormat.forEach(
        (format, times) ->
            System.out.printf(
                Locale.ROOT,
                "%-18s %10.3f %10.3f%n",
                format,
                ratio(times, "parse"),
                ratio(times, "read")));
  }

  /** NaN where one of the two was not run. */
  private static double ratio(Map<String, Double> times, String what) {
    return times.getOrDefault("bare", Double.NaN) / times.getOrDefault(what, Double.NaN);
  }
}
