package io.wiredesk.cli.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;

/**
 * The wires of one load, one after the other: the same run name, seed and mix give the same bytes.
 * One thread.
 */
final class Wires {

  /** So many wires lie between one and its update or repetition: each is settled by then. */
  private static final int APART = 40;

  /**
   * A story in takes has consecutive numbers over one feed: items of the bench must not look so.
   */
  private static final int FEEDS = 12;

  private final String run;
  private final Mix mix;
  private final Random random;
  private final Deque<Sent> before = new ArrayDeque<>();
  private int count;

  private record Sent(Wire wire, Mix.Format format, WireText.Head head) {}

  Wires(String run, Mix mix, long seed) {
    this.run = run;
    this.mix = mix;
    this.random = new Random(seed);
  }

  Wire next() {
    double drawn = random.nextDouble();
    Sent old = before.size() >= APART ? before.poll() : null;
    if (old != null && drawn < mix.duplicates()) {
      return new Wire(old.wire().feed(), old.wire().bytes(), Wire.Kind.DUPLICATE);
    }
    if (old != null && drawn < mix.duplicates() + mix.updates() && isUpdatable(old)) {
      WireText.Head head = old.head();
      return made(
          old.format(),
          new WireText.Head(
              head.name(), head.number(), head.version() + 1, head.urgent(), head.coded()),
          Wire.Kind.UPDATE);
    }
    boolean urgent = drawn > 1 - mix.urgent();
    WireText.Head head =
        new WireText.Head(run + "-" + count++, count, 1, urgent, random.nextDouble() < mix.coded());
    return made(mix.format(random), head, urgent ? Wire.Kind.ALERT : Wire.Kind.ITEM);
  }

  /** IPTC 7901 has no identifier that lasts, and what overtakes is not followed by an update. */
  private static boolean isUpdatable(Sent sent) {
    return sent.format() != Mix.Format.IPTC_7901 && sent.wire().kind() != Wire.Kind.ALERT;
  }

  private Wire made(Mix.Format format, WireText.Head head, Wire.Kind kind) {
    int words = mix.fewest() + random.nextInt(mix.most() - mix.fewest() + 1);
    if (kind == Wire.Kind.ALERT) {
      words = Math.min(words, 60);
    }
    String feed = "bench-" + head.number() % FEEDS;
    Wire wire = Wire.of(feed, WireText.of(format, head, Story.of(random, words)), kind);
    before.add(new Sent(wire, format, head));
    return wire;
  }
}
