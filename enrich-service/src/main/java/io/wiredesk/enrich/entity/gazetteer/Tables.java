package io.wiredesk.enrich.entity.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * Reads tab-separated resources, plain or gzipped; lines that start with # are comments. Stateless.
 */
final class Tables {
  private Tables() {}

  static void read(String resource, Consumer<String[]> row) {
    try (InputStream raw = Tables.class.getResourceAsStream(resource)) {
      if (raw == null) throw new IllegalStateException("missing resource " + resource);
      InputStream in = resource.endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(l -> !l.isEmpty() && !l.startsWith("# "))
          .forEach(l -> row.accept(l.split("\t")));
    } catch (IOException e) {
      throw new UncheckedIOException("unreadable resource " + resource, e);
    }
  }
}
