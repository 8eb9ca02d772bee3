package io.wiredesk.ingest.poll;

import io.wiredesk.runtime.DeadLetters;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a feed document into one document for each entry: the bytes of everything before the first
 * entry, that entry's own, and everything after the last, unchanged. Looks for tags in the bytes,
 * so a fault within one entry does not touch the others. Immutable.
 *
 * @param entries byte ranges of the entries that are whole
 * @param whole false where the document breaks off within an entry
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EntryCutter(byte[] document, List<Range> entries, boolean whole) {

  private static final Set<String> ENTRIES = Set.of("item", "entry", "deleted-entry");

  /** From the tag that opens to behind the one that closes. */
  record Range(int from, int to) {}

  /**
   * The entries of a document; none where its encoding has no ASCII in it, or no entry is found.
   */
  static EntryCutter of(byte[] document) {
    String text = new String(document, StandardCharsets.ISO_8859_1);
    List<Range> ranges = new ArrayList<>();
    boolean whole = text.indexOf('\0') >= 0 || collect(text, ranges);
    return new EntryCutter(document, ranges, whole);
  }

  /** Document of one entry alone. */
  byte[] single(Range entry) {
    int first = entries.get(0).from();
    int last = entries.get(entries.size() - 1).to();
    ByteArrayOutputStream out = new ByteArrayOutputStream(first + document.length - last + 4096);
    out.write(document, 0, first);
    out.write(document, entry.from(), entry.to() - entry.from());
    if (whole) {
      out.write(document, last, document.length - last);
    }
    return out.toByteArray();
  }

  /**
   * What an entry is told by: the digest of its bytes, so a changed one is a new one; signatures of
   * addresses, which are others at every poll, do not count.
   */
  String mark(Range entry) {
    byte[] bytes = Arrays.copyOfRange(document, entry.from(), entry.to());
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String unsigned = SignedAddresses.without(text);
    return "entry "
        + DeadLetters.sha256(
            unsigned.equals(text) ? bytes : unsigned.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** False where an entry does not end. */
  private static boolean collect(String text, List<Range> ranges) {
    String open = "";
    int depth = 0;
    int from = 0;
    for (int at = text.indexOf('<'); at >= 0; ) {
      int end = end(text, at);
      String tag = tag(text, at, end);
      boolean closing = tag.startsWith("/");
      String name = closing ? tag.substring(1) : tag;
      if (depth == 0 && !closing && ENTRIES.contains(local(name))) {
        open = name;
        from = at;
        depth = 1;
      } else if (depth > 0 && name.equals(open)) {
        depth += closing ? -1 : 1;
      }
      if (depth > 0 && name.equals(open) && !closing && text.startsWith("/>", end - 2)) {
        depth--;
      }
      if (depth == 0 && !open.isEmpty()) {
        ranges.add(new Range(from, end));
        open = "";
      }
      at = text.indexOf('<', end);
    }
    return depth == 0;
  }

  /** Behind the markup that begins at {@code at}. */
  private static int end(String text, int at) {
    if (text.startsWith("<!--", at)) {
      return behind(text, "-->", at + 4);
    }
    if (text.startsWith("<![CDATA[", at)) {
      return behind(text, "]]>", at + 9);
    }
    if (text.startsWith("<?", at)) {
      return behind(text, "?>", at + 2);
    }
    char quote = 0;
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return i + 1;
      }
    }
    return text.length();
  }

  private static int behind(String text, String mark, int from) {
    int at = text.indexOf(mark, from);
    return at < 0 ? text.length() : at + mark.length();
  }

  /** Name of the tag, with a slash before where it closes; empty where it is no tag. */
  private static String tag(String text, int at, int end) {
    int to = at + 1;
    while (to < end && !Character.isWhitespace(text.charAt(to)) && text.charAt(to) != '>') {
      if (text.charAt(to) == '/' && to > at + 1) {
        break;
      }
      to++;
    }
    String name = text.substring(at + 1, to);
    return name.startsWith("!") || name.startsWith("?") ? "" : name;
  }

  private static String local(String name) {
    return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }
}
