package io.wiredesk.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * An outcome as one HTML page that needs nothing else: the text, the delays by percentile as
 * curves, and the median of each stage as bars. Stateless.
 */
final class Page {

  private static final int WIDTH = 720;
  private static final int HEIGHT = 320;
  private static final int LEFT = 60;
  private static final String[] COLOURS = {"#1f6fb2", "#c2571a", "#2f8f4e", "#7d4ba0", "#666666"};

  /** From the median to one in ten thousand. */
  private static final double[] PERCENTILES = {
    50, 60, 70, 80, 85, 90, 93, 95, 97, 98, 99, 99.5, 99.8, 99.9, 99.95, 99.99
  };

  private Page() {}

  private record Curve(String title, Histogram delays) {}

  static String of(Outcome outcome) {
    StringBuilder page =
        new StringBuilder(
            """
            <!doctype html>
            <html lang="en"><meta charset="utf-8"><title>wiredesk bench</title>
            <style>body{font:15px/1.4 sans-serif;margin:2em;max-width:60em}pre{background:#f4f4f4;padding:1em}
            svg{background:#fff;border:1px solid #ccc}text{font:12px sans-serif}</style>
            <h1>wiredesk bench</h1>
            <h2>Delay by percentile</h2>
            """);
    page.append(curves(all(outcome)));
    for (Outcome.Phase phase : outcome.phases()) {
      page.append("<h2>Median of each stage, ").append(phase.title()).append("</h2>\n");
      page.append(bars(phase.ledger().delays()));
    }
    return page.append("<pre>")
        .append(escaped(Reports.text(outcome)))
        .append("</pre></html>\n")
        .toString();
  }

  private static List<Curve> all(Outcome outcome) {
    List<Curve> curves = new ArrayList<>();
    outcome
        .phases()
        .forEach(p -> curves.add(new Curve(p.title(), p.ledger().delays().of(Stage.ALL))));
    Outcome.Limit limit = outcome.limit();
    if (limit != null) {
      curves.add(new Curve(limit.hops() + " bare hops", limit.delays().of(Stage.ALL)));
    }
    curves.removeIf(curve -> curve.delays().getTotalCount() == 0);
    return curves;
  }

  private static String curves(List<Curve> curves) {
    double most = curves.stream().mapToDouble(c -> c.delays().getMaxValue() / 1e3).max().orElse(1);
    StringBuilder svg = open(HEIGHT + 40);
    for (double ms = 1; ms <= most * 2; ms *= 10) {
      svg.append(line(LEFT, y(ms, most), WIDTH, y(ms, most), "#ddd"))
          .append(text(4, y(ms, most) + 4, "%.0f ms".formatted(ms)));
    }
    for (double percentile : new double[] {50, 90, 99, 99.9, 99.99}) {
      svg.append(text(x(percentile) - 10, HEIGHT + 16, Double.toString(percentile)));
    }
    for (int i = 0; i < curves.size(); i++) {
      String colour = COLOURS[i % COLOURS.length];
      StringBuilder points = new StringBuilder();
      for (double percentile : PERCENTILES) {
        double ms = Reports.millis(curves.get(i).delays(), percentile);
        points.append("%.1f,%.1f ".formatted(x(percentile), y(ms, most)));
      }
      svg.append(
          "<polyline fill=\"none\" stroke-width=\"2\" stroke=\"%s\" points=\"%s\"/>%n"
              .formatted(colour, points));
      svg.append(
          "<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>%n"
              .formatted(LEFT + 20, 20 + 16 * i, colour, escaped(curves.get(i).title())));
    }
    return svg.append("</svg>\n").toString();
  }

  private static String bars(Delays delays) {
    StringBuilder svg = open(20 + 22 * Stage.ALL.ordinal());
    double most = Math.max(1, Reports.millis(delays.of(Stage.ALL), 50));
    for (Stage stage : Stage.values()) {
      if (stage.ordinal() >= Stage.ALL.ordinal()) {
        break;
      }
      double ms = Reports.millis(delays.of(stage), 50);
      int y = 10 + 22 * stage.ordinal();
      double width = Math.max(1, Math.min(WIDTH - 320, ms / most * (WIDTH - 320)));
      svg.append(text(4, y + 13, stage.title()))
          .append(
              "<rect x=\"220\" y=\"%d\" width=\"%.1f\" height=\"16\" fill=\"%s\"/>%n"
                  .formatted(y, width, COLOURS[0]))
          .append(text(228 + width, y + 13, "%.1f ms".formatted(ms)));
    }
    return svg.append("</svg>\n").toString();
  }

  private static StringBuilder open(int height) {
    return new StringBuilder(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\">%n"
            .formatted(WIDTH + 20, height));
  }

  private static double x(double percentile) {
    double nines = -Math.log10(1 - percentile / 100);
    return LEFT + (WIDTH - LEFT) * (nines - 0.301) / (4 - 0.301);
  }

  private static double y(double ms, double most) {
    double top = Math.log10(Math.max(10, most * 1.2));
    return HEIGHT - HEIGHT * Math.log10(Math.max(1, ms)) / top;
  }

  private static String line(double x1, double y1, double x2, double y2, String colour) {
    return "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>%n"
        .formatted(x1, y1, x2, y2, colour);
  }

  private static String text(double x, double y, String text) {
    return String.format(
        Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\">%s</text>%n", x, y, escaped(text));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
