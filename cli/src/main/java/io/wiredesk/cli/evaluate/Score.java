package io.wiredesk.cli.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts of what was expected and what was said, by class, and the errors behind them. Classes that
 * were never expected are left out of the figures. One thread.
 */
final class Score {
  /** What stands for nothing expected or nothing said. */
  static final String NOTHING = "–";

  private static final int ERRORS = 15;

  private final Map<String, Map<String, Integer>> confusion = new TreeMap<>();
  private final Map<String, Integer> errors = new LinkedHashMap<>();
  private int documents;

  /** Counts a document. */
  void document() {
    documents++;
  }

  /** Counts one thing: its class as expected and as said, either of them {@link #NOTHING}. */
  void count(String expected, String said) {
    confusion.computeIfAbsent(expected, e -> new TreeMap<>()).merge(said, 1, Integer::sum);
  }

  /** Notes an error in words; the same words are counted together. */
  void error(String words) {
    errors.merge(words, 1, Integer::sum);
  }

  private int cell(String expected, String said) {
    return confusion.getOrDefault(expected, Map.of()).getOrDefault(said, 0);
  }

  private List<String> classes() {
    return confusion.keySet().stream().filter(c -> !c.equals(NOTHING)).toList();
  }

  private int said(String kind) {
    return confusion.keySet().stream().mapToInt(e -> cell(e, kind)).sum();
  }

  private int expected(String kind) {
    return confusion.getOrDefault(kind, Map.of()).values().stream().mapToInt(n -> n).sum();
  }

  /** Lines for people: figures by class, commonest errors, table of what was taken for what. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(documents + " documents");
    lines.add(String.format("%-24s %9s %9s %9s %9s", "", "precision", "recall", "F1", "expected"));
    int right = 0;
    int said = 0;
    int expected = 0;
    for (String kind : classes()) {
      lines.add(line(kind, cell(kind, kind), said(kind), expected(kind)));
      right += cell(kind, kind);
      said += said(kind);
      expected += expected(kind);
    }
    lines.add(line("all", right, said, expected));
    commonest(lines);
    table(lines);
    return lines;
  }

  private static String line(String name, int right, int said, int expected) {
    double precision = said == 0 ? 0 : 100.0 * right / said;
    double recall = expected == 0 ? 0 : 100.0 * right / expected;
    double f1 = said + expected == 0 ? 0 : 200.0 * right / (said + expected);
    return String.format(
        Locale.ROOT, "%-24s %9.1f %9.1f %9.1f %9d", name, precision, recall, f1, expected);
  }

  private void commonest(List<String> lines) {
    if (errors.isEmpty()) return;
    lines.add("");
    lines.add("Commonest errors");
    errors.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(ERRORS)
        .forEach(e -> lines.add(String.format("%6d  %s", e.getValue(), e.getKey())));
  }

  private void table(List<String> lines) {
    TreeSet<String> columns = new TreeSet<>();
    confusion.values().forEach(row -> columns.addAll(row.keySet()));
    lines.add("");
    lines.add("Expected (rows) and said (columns)");
    StringBuilder head = new StringBuilder(String.format("%-24s", ""));
    for (String c : columns) head.append(String.format(" %14.14s", c));
    lines.add(head.toString());
    for (String row : confusion.keySet()) {
      StringBuilder line = new StringBuilder(String.format("%-24s", row));
      for (String c : columns) line.append(String.format(" %14d", cell(row, c)));
      lines.add(line.toString());
    }
  }
}
