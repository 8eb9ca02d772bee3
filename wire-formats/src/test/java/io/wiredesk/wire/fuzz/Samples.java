package io.wiredesk.wire.fuzz;

import io.wiredesk.wire.AllFormats;
import io.wiredesk.wire.parse.WireFormat;
import io.wiredesk.wire.parse.WireParsers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The wires that mutations start from: every golden input and every kept mutant that is detected as
 * the format. Immutable.
 */
final class Samples {

  /** Mutants that once broke a promise; each is read again in every build. */
  static final Path KEPT = Path.of("src/test/resources/fuzz");

  private static final Path GOLDEN = Path.of("src/test/resources");
  private static final Map<WireFormat, List<byte[]>> BY_FORMAT = byFormat();

  private Samples() {}

  static List<byte[]> of(WireFormat format) {
    return BY_FORMAT.getOrDefault(format, List.of());
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<WireFormat, List<byte[]>> byFormat() {
    WireParsers parsers = AllFormats.parsers();
    Map<WireFormat, List<byte[]>> samples = new EnumMap<>(WireFormat.class);
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      files
          .filter(f -> f.getFileName().toString().contains(".in.") || f.startsWith(KEPT))
          .filter(Files::isRegularFile)
          .sorted()
          .map(Samples::bytes)
          .filter(bytes -> bytes.length > 0 && bytes.length < 8_000)
          .forEach(
              bytes -> {
                WireFormat format = parsers.detect(bytes).format();
                if (format != null) {
                  samples.computeIfAbsent(format, f -> new ArrayList<>()).add(bytes);
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return samples;
  }
}
