package io.wiredesk.wire.parse.xml;

import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  /**
   * What is left alone, or an ampersand with what makes it a reference: two numbers that may be the
   * halves of one character, a number, a name.
   */
  private static final Pattern PIECE =
      Pattern.compile(
          "(?s)<!\\[CDATA\\[.*?(?:\\]\\]>|\\z)|<!--.*?(?:-->|\\z)"
              + "|(?<doctype><!DOCTYPE[^>\\[]{0,2000}\\[.*?(?:\\]\\s{0,9}>|\\z))"
              + "|&#(?<high>5[56]\\d{3}|[xX][dD][89abAB]\\p{XDigit}{2});"
              + "&#(?<low>5[67]\\d{3}|[xX][dD][c-fC-F]\\p{XDigit}{2});"
              + "|&(?:#(?<number>\\w{1,39});|(?<name>\\w{1,40});)?");

  private static final Pattern DECLARATION =
      Pattern.compile("<!ENTITY\\s+(?:%\\s+)?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
  private static final Set<String> XML = Set.of("amp", "lt", "gt", "quot", "apos");
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private final String text;
  private final List<String> repairs;
  private final Set<String> declared = new HashSet<>();
  private @Nullable String refusal;
  private boolean named;
  private boolean literal;
  private boolean numbers;

  EntityRepair(String text, List<String> repairs) {
    this.text = text;
    this.repairs = repairs;
  }

  /** Why the document must not be read, null where it may. */
  @Nullable String refusal() {
    return refusal;
  }

  String repaired() {
    if (text.indexOf('&') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 64);
    Matcher piece = PIECE.matcher(text);
    while (piece.find()) {
      piece.appendReplacement(out, Matcher.quoteReplacement(instead(piece)));
    }
    record();
    return piece.appendTail(out).toString();
  }

  private String instead(Matcher piece) {
    String all = piece.group();
    if (all.startsWith("<")) {
      if (piece.group("doctype") != null) {
        DECLARATION.matcher(all).results().map(d -> d.group(1)).forEach(declared::add);
      }
      return all;
    }
    if (piece.group("high") != null) {
      return pair(code(piece.group("high")), code(piece.group("low")), all);
    }
    if (piece.group("number") != null) {
      return number(code(piece.group("number")), all);
    }
    if (piece.group("name") != null) {
      return named(piece.group("name"), all);
    }
    literal = true;
    return "&amp;";
  }

  private String named(String name, String reference) {
    if (XML.contains(name)) {
      return reference;
    }
    if (declared.contains(name)) {
      String why = "entity &" + name + "; is declared in the document: expansion refused";
      refusal = refusal == null ? why : refusal;
      return reference;
    }
    String character = Entities.getByName(name);
    named |= !character.isEmpty();
    literal |= character.isEmpty();
    return character.isEmpty()
        ? "&amp;" + name + ";"
        : character.replace("&", "&amp;").replace("<", "&lt;");
  }

  private String number(int code, String reference) {
    boolean c1 = code >= 0x80 && code < 0xa0;
    boolean allowed =
        code == '\t'
            || code == '\n'
            || code == '\r'
            || (code >= 0x20 && code < 0xd800)
            || (code >= 0xe000 && code < 0xfffe)
            || (code >= 0x10000 && code <= Character.MAX_CODE_POINT);
    if (allowed && !c1) {
      return reference;
    }
    numbers = true;
    return c1 ? new String(new byte[] {(byte) code}, WINDOWS) : " ";
  }

  /** A character beyond U+FFFF that was written as the two halves of UTF-16, or two characters. */
  private String pair(int high, int low, String references) {
    if (Character.isSurrogatePair((char) high, (char) low)) {
      numbers = true;
      return Character.toString(Character.toCodePoint((char) high, (char) low));
    }
    int behind = references.indexOf(';') + 1;
    return number(high, references.substring(0, behind))
        + number(low, references.substring(behind));
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
}
