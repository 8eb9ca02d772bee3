package io.wiredesk.wire.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** One way to damage a wire. Stateless; what it does follows from the random numbers alone. */
@FunctionalInterface
interface Mutation {

  /** Wires do not grow past this: large inputs have a test of their own. */
  int LARGEST = 24 * 1024;

  /**
   * @param wire not empty, not changed
   * @param others further samples of the same format
   */
  byte[] apply(byte[] wire, List<byte[]> others, Random random);

  /** Every mutation of bytes, tokens and structure. */
  static List<Mutation> all() {
    return Stream.of(ByteMutations.all(), TokenMutations.all(), StructureMutations.all())
        .flatMap(List::stream)
        .toList();
  }

  /** A sample with one to five mutations. */
  static byte[] mutant(List<byte[]> samples, List<Mutation> mutations, Random random) {
    byte[] wire = samples.get(random.nextInt(samples.size()));
    int times = 1 + random.nextInt(5);
    for (int i = 0; i < times && wire.length > 0; i++) {
      byte[] next = mutations.get(random.nextInt(mutations.size())).apply(wire, samples, random);
      wire = next.length > LARGEST ? java.util.Arrays.copyOf(next, LARGEST) : next;
    }
    return wire;
  }

  /** The wire with the bytes from–to replaced. */
  static byte[] replaced(byte[] wire, int from, int to, byte[] by) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(wire.length + by.length);
    out.write(wire, 0, from);
    out.writeBytes(by);
    out.write(wire, to, wire.length - to);
    return out.toByteArray();
  }

  /** The wire with something put in at a place. */
  static byte[] inserted(byte[] wire, int at, String text) {
    return replaced(wire, at, at, text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
