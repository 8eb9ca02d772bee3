package io.wiredesk.enrich.section;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the tables beside this class. Stateless. */
final class Tables {
  private Tables() {}

  /** Lines of a table in order, without comments ({@code #}) and empty lines. */
  static List<String> lines(String name) {
    InputStream in = Tables.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException("no table " + name);
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
