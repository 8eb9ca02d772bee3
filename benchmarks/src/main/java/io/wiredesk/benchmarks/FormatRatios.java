package io.wiredesk.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs {@link FormatTurns} with JMH's own options and prints, for each format, how fast parsing and
 * reading are in terms of the bare pass: 0.5 takes twice as long. Each iteration gives one ratio;
 * the median, the least and the highest are printed.
 */
public final class FormatRatios {

  private FormatRatios() {}

  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    Collection<RunResult> results =
        new Runner(new OptionsBuilder().parent(new CommandLineOptions(args)).build()).run();
    System.out.printf("%-18s %-8s %8s %8s %8s%n", "format", "what", "median", "least", "highest");
    results.stream()
        .filter(result -> result.getSecondaryResults().containsKey("bare"))
        .forEach(FormatRatios::print);
  }

  private static void print(RunResult result) {
    List<Double> ratios =
        result.getBenchmarkResults().stream()
            .flatMap(fork -> fork.getIterationResults().stream())
            .map(FormatRatios::ratio)
            .sorted()
            .toList();
    String benchmark = result.getParams().getBenchmark();
    System.out.printf(
        Locale.ROOT,
        "%-18s %-8s %8.3f %8.3f %8.3f%n",
        result.getParams().getParam("format"),
        benchmark.substring(benchmark.lastIndexOf('.') + 1),
        ratios.get(ratios.size() / 2),
        ratios.get(0),
        ratios.get(ratios.size() - 1));
  }

  private static double ratio(IterationResult iteration) {
    return iteration.getSecondaryResults().get("bare").getScore()
        / iteration.getSecondaryResults().get("ours").getScore();
  }
}
