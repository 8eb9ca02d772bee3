package io.wiredesk.ingest.parse.vendor;

import io.wiredesk.ingest.parse.NameBits;
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
import org.jspecify.annotations.Nullable;

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
  private static final int SLOT_BITS = 11;
  private static final int LONGEST = 64;

  /** The same few names come with every article; a slot is replaced as a whole. */
  private static final @Nullable Known[] KNOWN = new Known[1 << SLOT_BITS];

  private record Known(String name, @Nullable FieldKind kind) {}

  /** Kind of an element or attribute of this name. */
  static Optional<FieldKind> of(String name) {
    return Optional.ofNullable(find(name));
  }

  static boolean is(String name, FieldKind kind) {
    return find(name) == kind;
  }

  private static @Nullable FieldKind find(String name) {
    int slot = NameBits.slot(name, SLOT_BITS);
    Known known = KNOWN[slot];
    if (known != null && known.name.equals(name)) {
      return known.kind;
    }
    FieldKind kind = NAMES.get(normal(name));
    if (name.length() <= LONGEST) {
      KNOWN[slot] = new Known(name, kind);
    }
    return kind;
  }

  private static String normal(String name) {
    String bare = isLatin(name) ? name : Normalizer.normalize(name, Normalizer.Form.NFD);
    boolean plain = bare.chars().allMatch(c -> c >= 'A' && c <= 'z' && c != '_');
    return (plain ? bare : MARKS.matcher(bare).replaceAll("")).toLowerCase(Locale.ROOT);
  }

  private static boolean isLatin(String name) {
    return name.chars().allMatch(c -> c < 0x80);
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
