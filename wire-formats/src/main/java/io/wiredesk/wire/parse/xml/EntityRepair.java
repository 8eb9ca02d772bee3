package io.wiredesk.wire.parse.xml;

import java.nio.charset.Charset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * References ("&amp;name;") in a document that is read without its DTD: those of HTML become the
 * character, unknown ones and bare ampersands stay as text, numbers that XML forbids become a space
 * or the Windows-1252 character they mean, entities that the document declares itself are refused.
 * CDATA sections and comments are left alone. One use, linear time.
 */
final class EntityRepair {

  private static final Pattern DECLARATION =
      Pattern.compile("<!ENTITY\\s+(?:%\\s+)?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST_NAME = 40;
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private final String text;
  private final List<String> repairs;
  private String subset = "";
  private @Nullable String refusal;
  private boolean named;
  private boolean literal;
  private boolean numbers;
  private int end;

  EntityRepair(String text, List<String> repairs) {
    this.text = text;
    this.repairs = repairs;
  }

  /** Why the document must not be read, null where it may. */
  @Nullable String refusal() {
    return refusal;
  }

  String repaired() {
    int ampersand = text.indexOf('&');
    if (ampersand < 0) {
      return text;
    }
    ProtectedSpans spans = new ProtectedSpans(text);
    subset = internalSubset(text);
    StringBuilder out = new StringBuilder(text.length() + 64);
    int copied = 0;
    int subsetEnd = subset.isEmpty() ? 0 : text.indexOf(subset) + subset.length();
    while (ampersand >= 0 && refusal == null) {
      int free = Math.max(subsetEnd, spans.endIfWithin(ampersand));
      if (free > ampersand) {
        ampersand = text.indexOf('&', free);
        continue;
      }
      String replacement = replacement(ampersand);
      if (replacement != null) {
        out.append(text, copied, ampersand).append(replacement);
        copied = end;
      }
      ampersand = text.indexOf('&', Math.max(ampersand + 1, copied));
    }
    record();
    return copied == 0 ? text : out.append(text, copied, text.length()).toString();
  }

  /** What to write for what stands up to {@link #end}; null: leave it. */
  private @Nullable String replacement(int ampersand) {
    end = ampersand + 1;
    int semicolon = semicolon(ampersand);
    if (semicolon < 0) {
      literal = true;
      return "&amp;";
    }
    String name = text.substring(ampersand + 1, semicolon);
    return name.startsWith("#") ? number(name.substring(1), semicolon) : named(name, semicolon);
  }

  private @Nullable String named(String name, int semicolon) {
    switch (name) {
      case "amp", "lt", "gt", "quot", "apos":
        return null;
      default:
        break;
    }
    if (isDeclaredHere(name)) {
      refusal = "entity &" + name + "; is declared in the document: expansion refused";
      return null;
    }
    String character = Entities.getByName(name);
    if (character.isEmpty()) {
      literal = true;
      return "&amp;";
    }
    named = true;
    end = semicolon + 1;
    return character.replace("&", "&amp;").replace("<", "&lt;");
  }

  private @Nullable String number(String digits, int semicolon) {
    int code = code(digits);
    if (code >= 0xd800 && code <= 0xdbff) {
      return pair((char) code, semicolon);
    }
    if (code == 9 || code == 10 || code == 13) {
      return null;
    }
    boolean c1 = code >= 0x80 && code < 0xa0;
    boolean legal = code >= 0x20 && code <= 0x10ffff && code != 0xfffe && code != 0xffff;
    if (legal && !c1 && (code < 0xd800 || code > 0xdfff)) {
      return null;
    }
    numbers = true;
    end = semicolon + 1;
    return c1 ? new String(new byte[] {(byte) code}, WINDOWS) : " ";
  }

  /** A character beyond U+FFFF that was written as the two halves of UTF-16. */
  private String pair(char high, int semicolon) {
    numbers = true;
    int next = semicolon + 1;
    int last = text.startsWith("&#", next) ? semicolon(next) : -1;
    int low = last < 0 ? -1 : code(text.substring(next + 2, last));
    boolean whole = low >= 0xdc00 && low <= 0xdfff;
    end = (whole ? last : semicolon) + 1;
    return whole ? new String(new char[] {high, (char) low}) : " ";
  }

  private static int code(String digits) {
    try {
      return digits.startsWith("x") || digits.startsWith("X")
          ? Integer.parseInt(digits.substring(1), 16)
          : Integer.parseInt(digits);
    } catch (NumberFormatException noNumber) {
      return -1;
    }
  }

  /** End of a well-formed "&amp;name;" or "&amp;#number;", -1 where it is none. */
  private int semicolon(int ampersand) {
    int i = ampersand + 1;
    int limit = Math.min(text.length(), i + LONGEST_NAME);
    if (i < limit && text.charAt(i) == '#') {
      i++;
    }
    int first = i;
    while (i < limit && isNameChar(text.charAt(i))) {
      i++;
    }
    return i > first && i < text.length() && text.charAt(i) == ';' ? i : -1;
  }

  private boolean isDeclaredHere(String name) {
    Matcher declaration = DECLARATION.matcher(subset);
    while (declaration.find()) {
      if (declaration.group(1).equals(name)) {
        return true;
      }
    }
    return false;
  }

  private void record() {
    if (named) {
      repairs.add("named characters of HTML read without their DTD");
    }
    if (literal) {
      repairs.add("\"&\" that starts no known entity read as text");
    }
    if (numbers) {
      repairs.add(
          "references to control characters or halves of characters read as what they mean, or as spaces");
    }
  }

  private static boolean isNameChar(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  /** The DOCTYPE with its internal subset, empty where it has none. */
  private static String internalSubset(String text) {
    int doctype = text.indexOf("<!DOCTYPE");
    if (doctype < 0 || doctype > 20_000) {
      return "";
    }
    int open = text.indexOf('[', doctype);
    int close = text.indexOf('>', doctype);
    if (open < 0 || open > close) {
      return "";
    }
    int tight = text.indexOf("]>", open);
    int end = tight < 0 ? text.indexOf(']', open) : tight;
    return end < 0 ? text.substring(doctype) : text.substring(doctype, end);
  }

  /** CDATA sections and comments, walked through once from the start. */
  private static final class ProtectedSpans {
    private static final String CDATA = "<![CDATA[";
    private static final String COMMENT = "<!--";

    private final String text;
    private int nextCdata;
    private int nextComment;
    private int start;
    private int end;

    ProtectedSpans(String text) {
      this.text = text;
      this.nextCdata = find(CDATA, 0);
      this.nextComment = find(COMMENT, 0);
      advance(0);
    }

    /** End of the span that the place stands in, 0 where in none; places must not go down. */
    int endIfWithin(int at) {
      while (end <= at && start < Integer.MAX_VALUE) {
        advance(end);
      }
      return start <= at ? end : 0;
    }

    private void advance(int from) {
      nextCdata = nextCdata < from ? find(CDATA, from) : nextCdata;
      nextComment = nextComment < from ? find(COMMENT, from) : nextComment;
      start = Math.min(nextCdata, nextComment);
      end = start == Integer.MAX_VALUE ? start : closing(nextCdata < nextComment ? "]]>" : "-->");
    }

    private int closing(String mark) {
      int found = text.indexOf(mark, start);
      return found < 0 ? text.length() : found + mark.length();
    }

    private int find(String mark, int from) {
      int found = text.indexOf(mark, from);
      return found < 0 ? Integer.MAX_VALUE : found;
    }
  }
}
