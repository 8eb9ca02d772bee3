package io.wiredesk.wire.fuzz;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damage as lines and disks do it: cut, flipped, doubled, in another character set. Stateless. */
final class ByteMutations {

  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE,
          StandardCharsets.UTF_16,
          StandardCharsets.ISO_8859_1,
          StandardCharsets.US_ASCII,
          Charset.forName("windows-1252"),
          Charset.forName("windows-1256"),
          Charset.forName("Big5"),
          Charset.forName("Shift_JIS"),
          Charset.forName("GB18030"),
          Charset.forName("ISO-2022-JP"),
          Charset.forName("KOI8-R"),
          Charset.forName("IBM037"));

  private ByteMutations() {}

  static List<Mutation> all() {
    return List.of(
        ByteMutations::flipped,
        ByteMutations::randomBytes,
        ByteMutations::truncated,
        ByteMutations::beheaded,
        ByteMutations::removed,
        ByteMutations::doubled,
        ByteMutations::spliced,
        ByteMutations::recoded,
        ByteMutations::misread,
        ByteMutations::noise);
  }

  private static byte[] flipped(byte[] wire, List<byte[]> others, Random random) {
    byte[] flipped = wire.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      flipped[random.nextInt(wire.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  private static byte[] randomBytes(byte[] wire, List<byte[]> others, Random random) {
    byte[] changed = wire.clone();
    for (int i = random.nextInt(6); i >= 0; i--) {
      changed[random.nextInt(wire.length)] = (byte) random.nextInt(256);
    }
    return changed;
  }

  private static byte[] truncated(byte[] wire, List<byte[]> others, Random random) {
    return Arrays.copyOf(wire, random.nextInt(wire.length + 1));
  }

  private static byte[] beheaded(byte[] wire, List<byte[]> others, Random random) {
    return Arrays.copyOfRange(wire, random.nextInt(wire.length), wire.length);
  }

  private static byte[] removed(byte[] wire, List<byte[]> others, Random random) {
    int from = random.nextInt(wire.length);
    int to = Math.min(wire.length, from + 1 + random.nextInt(60));
    return Mutation.replaced(wire, from, to, new byte[0]);
  }

  private static byte[] doubled(byte[] wire, List<byte[]> others, Random random) {
    int from = random.nextInt(wire.length);
    int to = Math.min(wire.length, from + 1 + random.nextInt(300));
    byte[] piece = Arrays.copyOfRange(wire, from, to);
    byte[] result = wire;
    for (int i = random.nextInt(8); i >= 0; i--) {
      result = Mutation.replaced(result, from, from, piece);
    }
    return result;
  }

  private static byte[] spliced(byte[] wire, List<byte[]> others, Random random) {
    byte[] other = others.get(random.nextInt(others.size()));
    int from = random.nextInt(other.length);
    int to = random.nextBoolean() ? other.length : from + random.nextInt(other.length - from);
    int at = random.nextInt(wire.length);
    int end = random.nextBoolean() ? at : wire.length;
    return Mutation.replaced(wire, at, end, Arrays.copyOfRange(other, from, to));
  }

  /** The same text in another character set, whatever the wire says of its own. */
  private static byte[] recoded(byte[] wire, List<byte[]> others, Random random) {
    Charset to = CHARSETS.get(random.nextInt(CHARSETS.size()));
    return new String(wire, StandardCharsets.UTF_8).getBytes(to);
  }

  /** A part of the text encoded once more, as broken gateways do it. */
  private static byte[] misread(byte[] wire, List<byte[]> others, Random random) {
    int at = random.nextInt(wire.length);
    byte[] rest = Arrays.copyOfRange(wire, at, wire.length);
    String read = new String(rest, StandardCharsets.ISO_8859_1);
    return Mutation.replaced(wire, at, wire.length, read.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] noise(byte[] wire, List<byte[]> others, Random random) {
    byte[] noise = new byte[1 + random.nextInt(40)];
    random.nextBytes(noise);
    int at = random.nextInt(wire.length);
    return Mutation.replaced(wire, at, at, noise);
  }
}
