package io.wiredesk.wire.charset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a label of a character set means, as the WHATWG Encoding Standard reads it: gb2312 is GBK,
 * Shift_JIS is Windows' code page 932, ISO-8859-1 is Windows-1252; with the names that mail and DOS
 * programs write. Stateless.
 */
public final class CharsetLabels {

  private static final Pattern WHITE_SPACE_OR_QUOTES = Pattern.compile("[\\s\"']");

  /** "cp-850", "windows_1251", "iso 8859 2". */
  private static final Pattern LOOSE =
      Pattern.compile("(cp|ibm|windows|win|dos|iso)[-_]?(\\d{3,4})[-_]?(\\d{0,2})");

  private static final Map<String, Charset> BY_LABEL = load();

  private CharsetLabels() {}

  /** The character set that a label means, whatever its case; empty where nobody knows it. */
  public static Optional<Charset> named(@Nullable String label) {
    if (label == null) {
      return Optional.empty();
    }
    String name = WHITE_SPACE_OR_QUOTES.matcher(label.toLowerCase(Locale.ROOT)).replaceAll("");
    Charset known = BY_LABEL.get(name);
    return known != null ? Optional.of(known) : javas(name).or(() -> loose(name));
  }

  private static Optional<Charset> loose(String name) {
    var matcher = LOOSE.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    boolean iso = matcher.group(1).equals("iso");
    String number = matcher.group(2) + (iso ? "-" : "") + matcher.group(3);
    String usual = (iso ? "iso-" : "cp") + number;
    Charset known = BY_LABEL.get(usual);
    return known != null ? Optional.of(known) : javas(usual);
  }

  private static Optional<Charset> javas(String name) {
    try {
      return Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
    } catch (IllegalArgumentException noName) {
      return Optional.empty();
    }
  }

  private static Map<String, Charset> load() {
    Map<String, Charset> labels = new HashMap<>();
    try (InputStream in =
            Objects.requireNonNull(CharsetLabels.class.getResourceAsStream("labels.tsv"));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .forEach(row -> add(labels, row));
    } catch (IOException e) {
      throw new UncheckedIOException("labels.tsv is part of the program", e);
    }
    return Map.copyOf(labels);
  }

  private static void add(Map<String, Charset> labels, String[] row) {
    Charset charset = Charset.forName(row[0]);
    for (String label : row[1].split(" ")) {
      labels.put(label, charset);
    }
  }
}
