package io.wiredesk.wire.parse.json;

import io.wiredesk.wire.parse.KnownNames;
import java.util.Locale;

/** Names of fields without case and separators. Safe to share. */
final class FieldNames {

  private static final KnownNames<String> KNOWN =
      new KnownNames<>(name -> withoutSeparators(name.toLowerCase(Locale.ROOT)));

  private FieldNames() {}

  /** The name in lower case, without "_", "-", "." and white space. */
  static String plain(String name) {
    return KNOWN.of(name);
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
