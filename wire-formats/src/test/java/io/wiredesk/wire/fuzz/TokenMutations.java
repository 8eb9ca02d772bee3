package io.wiredesk.wire.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Damage to words, numbers, dates, marks of the formats. Stateless. */
final class TokenMutations {

  /** Marks with a meaning in one format or another, and texts that break careless readers. */
  private static final List<String> POISON =
      List.of(
          "<",
          ">",
          "&",
          "\"",
          "'",
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "=",
          "^",
          "/",
          "\\",
          "%",
          "$1",
          "&#0;",
          "&#x1F;",
          "&#xFFFF;",
          "&#x110000;",
          "&#99999999999;",
          "&nbsp;",
          "&bogus;",
          "&a;",
          "<![CDATA[",
          "]]>",
          "<!--",
          "-->",
          "<?x",
          "?>",
          "<!DOCTYPE a [",
          "<a:b>",
          "</p>",
          "<p>",
          "<table>",
          "<br/>",
          "xmlns=\"\"",
          "\u0000",
          "\u0001",
          "\u0002",
          "\u0003",
          "\u0004",
          "\u001f",
          "\u0016",
          "\u001b$B",
          "\u001b(B",
          "\u001b%G",
          "\u000e",
          "\u000f",
          "\u0085",
          "\u00ff\u00fe",
          "\u00ef\u00bb\u00bf",
          "\u00ed\u00a0\u0080",
          "\u00c0\u0080",
          "\\u12",
          "\\ud800",
          "\\u0000",
          "null",
          "true",
          "-1",
          "0",
          "1e999999",
          "-1e-999999",
          "99999999999999999999",
          "0x7fffffff",
          "NaN",
          "ZCZC ",
          "\nNNNN\n",
          "\r\n\r\n",
          "\r",
          "\n",
          "\t",
          " ",
          "\n\n\n",
          "--b1\r\n",
          "--b1--\r\n",
          "=?utf-8?B?/w==?=",
          "=?x?Q?=?=",
          "=\r\n",
          "=ZZ",
          "Content-Type: multipart/mixed; boundary=x\r\n",
          "From ",
          "KILL",
          "EMBARGO until ",
          "Sperrfrist: ",
          "1stLd-Writethru",
          "BC-",
          "Eds:",
          "By ",
          "(AP) - ",
          "20240305T",
          "2024-13-45T99:99:99Z",
          "31.02.2024 25:61",
          "+99:99",
          "Feb 30",
          "medtop:",
          "00000000");

  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z.:_-]+");
  private static final List<String> NUMBERS =
      List.of("0", "-1", "99999999999999999999", "1e999", "2147483648", "00", "9999", "1.5", "");

  private TokenMutations() {}

  static List<Mutation> all() {
    return List.of(
        TokenMutations::poisoned,
        TokenMutations::poisonedOften,
        TokenMutations::numbered,
        TokenMutations::renamed,
        TokenMutations::swapped,
        TokenMutations::lengthened);
  }

  private static byte[] poisoned(byte[] wire, List<byte[]> others, Random random) {
    return Mutation.inserted(
        wire, random.nextInt(wire.length), POISON.get(random.nextInt(POISON.size())));
  }

  private static byte[] poisonedOften(byte[] wire, List<byte[]> others, Random random) {
    String poison = POISON.get(random.nextInt(POISON.size()));
    return Mutation.inserted(
        wire, random.nextInt(wire.length), poison.repeat(1 << random.nextInt(8)));
  }

  private static byte[] numbered(byte[] wire, List<byte[]> others, Random random) {
    return replaced(wire, NUMBER, NUMBERS.get(random.nextInt(NUMBERS.size())), random);
  }

  /** A name, value or word becomes another one of the same wire. */
  private static byte[] renamed(byte[] wire, List<byte[]> others, Random random) {
    MatchResult other = find(wire, WORD, random);
    return other == null ? wire : replaced(wire, WORD, other.group(), random);
  }

  private static byte[] swapped(byte[] wire, List<byte[]> others, Random random) {
    MatchResult one = find(wire, WORD, random);
    MatchResult two = find(wire, WORD, random);
    if (one == null || two == null || one.start() >= two.start()) {
      return wire;
    }
    byte[] late = Mutation.replaced(wire, two.start(), two.end(), bytes(one.group()));
    return Mutation.replaced(late, one.start(), one.end(), bytes(two.group()));
  }

  private static byte[] lengthened(byte[] wire, List<byte[]> others, Random random) {
    MatchResult word = find(wire, WORD, random);
    if (word == null) {
      return wire;
    }
    return Mutation.inserted(wire, word.end(), word.group().repeat(1 << random.nextInt(9)));
  }

  private static byte[] replaced(byte[] wire, Pattern pattern, String by, Random random) {
    MatchResult found = find(wire, pattern, random);
    return found == null ? wire : Mutation.replaced(wire, found.start(), found.end(), bytes(by));
  }

  /** The first match after a random place, null where there is none. */
  private static MatchResult find(byte[] wire, Pattern pattern, Random random) {
    var matcher = pattern.matcher(new String(wire, StandardCharsets.ISO_8859_1));
    return matcher.find(random.nextInt(wire.length)) ? matcher.toMatchResult() : null;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
