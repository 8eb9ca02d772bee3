package io.wiredesk.wire.parse.vendor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an element of a publisher's own XML holds, by its name; the names are a table beside this.
 */
enum FieldKind {
  HEADLINE,
  SUBHEAD,
  KICKER,
  BODY,
  ABSTRACT,
  BY,
  LOCATED,
  UPDATED,
  PUBLISHED,
  CREATED,
  EMBARGO,
  EXPIRES,
  ID,
  VERSION,
  URGENCY,
  SUBJECT,
  KEYWORD,
  GENRE,
  SOURCE,
  COPYRIGHT,
  USAGE,
  LANGUAGE,
  SLUG,
  EDNOTE,
  PUBSTATUS,
  STATUS,
  LINK,
  MEDIA,
  CANCELED,
  CORRECTION,
  ALERT,
  UPDATE,
  TEST,
  ADVISORY,
  REPLACES;

  private static final Pattern MARKS = Pattern.compile("[\\p{M}._-]+");
  private static final Map<String, FieldKind> NAMES = table();

  /** Kind of an element or attribute of this name. */
  static Optional<FieldKind> of(String name) {
    return Optional.ofNullable(NAMES.get(normal(name)));
  }

  static boolean is(String name, FieldKind kind) {
    return of(name).filter(k -> k == kind).isPresent();
  }

  private static String normal(String name) {
    String bare = Normalizer.normalize(name, Normalizer.Form.NFD);
    return MARKS.matcher(bare).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private static Map<String, FieldKind> table() {
    Map<String, FieldKind> table = new HashMap<>();
    InputStream resource =
        Objects.requireNonNull(FieldKind.class.getResourceAsStream("fields.tsv"));
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      for (String line : reader.lines().filter(l -> !l.startsWith("#")).toList()) {
        String[] columns = line.split("\t");
        for (String name : columns[1].split(" ")) {
          table.put(name, valueOf(columns[0]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(table);
  }
}
