package io.wiredesk.ingest.parse.json;

import io.wiredesk.ingest.parse.NameBits;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Names of fields without case and separators. The same few hundred names come with every item, so
 * the last ones are remembered, like in the parser's own table of names, which gives the same
 * string for the same name each time. Safe to share: a slot is replaced as a whole.
 */
final class FieldNames {

  private record Known(String name, String plain) {}

  private static final int SLOT_BITS = 13;
  private static final int LONGEST = 64;
  private static final @Nullable Known[] KNOWN = new Known[1 << SLOT_BITS];

  private FieldNames() {}

  /** The name in lower case, without "_", "-", "." and white space. */
  static String plain(String name) {
    int slot = NameBits.slot(name, SLOT_BITS);
    Known known = KNOWN[slot];
    if (known != null && known.name.equals(name)) {
      return known.plain;
    }
    String plain = withoutSeparators(name.toLowerCase(Locale.ROOT));
    if (name.length() <= LONGEST) {
      KNOWN[slot] = new Known(name, plain.intern());
    }
    return plain;
  }

  private static String withoutSeparators(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '_' && c != '-' && c != '.' && c != ' ' && (c < '\t' || c > '\r')) {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
