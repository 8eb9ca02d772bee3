package io.wiredesk.wire.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Damage to elements, objects, lines and parts: doubled, dropped, moved, nested deeply, attributes
 * without end, entity tricks. Stateless.
 */
final class StructureMutations {

  private static final Pattern START_TAG = Pattern.compile("<([A-Za-z][\\w.:-]*)[^<>]*>");
  private static final Pattern VALUE = Pattern.compile("\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"");
  private static final Pattern LINE = Pattern.compile("[^\\n]*\\n");
  private static final List<Pattern> UNITS = List.of(START_TAG, VALUE, LINE);

  private static final List<String> NESTS =
      List.of(
          "<p>",
          "<div>",
          "<block>",
          "<table><tr><td>",
          "<ul><li>",
          "[",
          "{\"a\":",
          "<nitf>",
          "<NewsComponent>",
          "<newsItem>",
          "<item>",
          "> ",
          "(",
          "<q><b>");
  private static final List<String> ENTITIES =
      List.of(
          "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
              + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>",
          "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
          "<!DOCTYPE x [<!ENTITY % a SYSTEM \"http://127.0.0.1:9/a\"> %a;]>",
          "<!DOCTYPE x [<!ENTITY a \"&a;\">]>",
          "<!DOCTYPE x PUBLIC \"-//X\" \"http://127.0.0.1:9/x.dtd\">",
          "<!DOCTYPE x [<!ATTLIST p a CDATA \"b\">]>");
  private static final List<String> ENCODINGS =
      List.of("UTF-8", "UTF-16", "ISO-8859-1", "windows-1252", "Big5", "x-none", "IBM037", "");
  private static final Pattern ENCODING =
      Pattern.compile("(?i)(?:encoding|charset)=[\"']?([\\w-]+)");
  private static final Pattern TRANSFER =
      Pattern.compile("(?i)content-transfer-encoding: *([\\w-]+)");
  private static final List<String> TRANSFERS =
      List.of("base64", "quoted-printable", "uuencode", "7bit", "binary", "x-none");

  private StructureMutations() {}

  static List<Mutation> all() {
    return List.of(
        StructureMutations::doubled,
        StructureMutations::dropped,
        StructureMutations::moved,
        StructureMutations::nested,
        StructureMutations::attributed,
        StructureMutations::entities,
        StructureMutations::relabelled,
        StructureMutations::retransferred,
        StructureMutations::retyped,
        StructureMutations::repeatedLine);
  }

  /** From–to of an element, a quoted value or a line after a random place; null where none. */
  private static int[] unit(byte[] wire, Random random) {
    String text = text(wire);
    Pattern pattern = UNITS.get(random.nextInt(UNITS.size()));
    Matcher found = pattern.matcher(text);
    if (!found.find(random.nextInt(text.length()))) {
      return null;
    }
    int end = found.end();
    if (pattern == START_TAG) {
      int close = text.indexOf("</" + found.group(1) + ">", end);
      end = close < 0 ? end : close + found.group(1).length() + 3;
    }
    return new int[] {found.start(), end};
  }

  private static byte[] doubled(byte[] wire, List<byte[]> others, Random random) {
    int[] unit = unit(wire, random);
    if (unit == null) {
      return wire;
    }
    byte[] piece = Arrays.copyOfRange(wire, unit[0], unit[1]);
    byte[] result = wire;
    for (int i = random.nextInt(5); i >= 0; i--) {
      result = Mutation.replaced(result, unit[1], unit[1], piece);
    }
    return result;
  }

  private static byte[] dropped(byte[] wire, List<byte[]> others, Random random) {
    int[] unit = unit(wire, random);
    return unit == null ? wire : Mutation.replaced(wire, unit[0], unit[1], new byte[0]);
  }

  /** A unit of one sample where another one stands. */
  private static byte[] moved(byte[] wire, List<byte[]> others, Random random) {
    byte[] other = others.get(random.nextInt(others.size()));
    int[] from = unit(other, random);
    int[] to = unit(wire, random);
    return from == null || to == null
        ? wire
        : Mutation.replaced(wire, to[0], to[1], Arrays.copyOfRange(other, from[0], from[1]));
  }

  private static byte[] nested(byte[] wire, List<byte[]> others, Random random) {
    String nest = NESTS.get(random.nextInt(NESTS.size()));
    int depth = 1 << random.nextInt(10);
    int[] unit = unit(wire, random);
    int at = unit == null ? random.nextInt(wire.length) : unit[0];
    if (unit == null || random.nextBoolean()) {
      return Mutation.inserted(wire, at, nest.repeat(depth));
    }
    String close = nest.replaceAll("[^<>\\w]", "").replace("<", "</");
    String closing =
        nest.startsWith("<") && !nest.contains("><") ? close : nest.equals("[") ? "]" : "}";
    byte[] closed = Mutation.inserted(wire, unit[1], closing.repeat(depth));
    return Mutation.inserted(closed, at, nest.repeat(depth));
  }

  private static byte[] attributed(byte[] wire, List<byte[]> others, Random random) {
    Matcher tag = START_TAG.matcher(text(wire));
    if (!tag.find(random.nextInt(wire.length))) {
      return wire;
    }
    StringBuilder attributes = new StringBuilder();
    int count = 1 << random.nextInt(9);
    for (int i = 0; i < count; i++) {
      attributes.append(" a").append(random.nextInt(8) == 0 ? 0 : i).append("=\"").append(i);
      attributes.append(random.nextInt(50) == 0 ? "" : "\"");
    }
    return Mutation.inserted(wire, tag.end(1), attributes.toString());
  }

  private static byte[] entities(byte[] wire, List<byte[]> others, Random random) {
    String text = text(wire);
    int prolog = Math.max(0, text.indexOf("?>") + 2);
    int at = random.nextInt(10) == 0 ? random.nextInt(text.length()) : prolog == 1 ? 0 : prolog;
    byte[] declared =
        Mutation.inserted(
            wire, Math.min(at, wire.length), ENTITIES.get(random.nextInt(ENTITIES.size())));
    return Mutation.inserted(
        declared,
        random.nextInt(declared.length),
        random.nextBoolean() ? "&c;" : "&a;".repeat(1 + random.nextInt(50)));
  }

  private static byte[] relabelled(byte[] wire, List<byte[]> others, Random random) {
    return replacedGroup(wire, ENCODING, ENCODINGS.get(random.nextInt(ENCODINGS.size())));
  }

  private static byte[] retransferred(byte[] wire, List<byte[]> others, Random random) {
    return replacedGroup(wire, TRANSFER, TRANSFERS.get(random.nextInt(TRANSFERS.size())));
  }

  private static byte[] replacedGroup(byte[] wire, Pattern pattern, String by) {
    Matcher found = pattern.matcher(text(wire));
    return found.find()
        ? Mutation.replaced(
            wire, found.start(1), found.end(1), by.getBytes(StandardCharsets.ISO_8859_1))
        : wire;
  }

  /** A quoted value becomes a number, list, object or null. */
  private static byte[] retyped(byte[] wire, List<byte[]> others, Random random) {
    Matcher value = VALUE.matcher(text(wire));
    if (!value.find(random.nextInt(wire.length))) {
      return wire;
    }
    String[] types = {
      "null", "12", "[]", "{}", "[" + value.group() + "]", "{\"a\":1}", "true", "1e400"
    };
    byte[] by = types[random.nextInt(types.length)].getBytes(StandardCharsets.ISO_8859_1);
    return Mutation.replaced(wire, value.start(), value.end(), by);
  }

  private static byte[] repeatedLine(byte[] wire, List<byte[]> others, Random random) {
    Matcher line = LINE.matcher(text(wire));
    return line.find(random.nextInt(wire.length))
        ? Mutation.inserted(wire, line.end(), line.group().repeat(1 << random.nextInt(7)))
        : wire;
  }

  private static String text(byte[] wire) {
    return new String(wire, StandardCharsets.ISO_8859_1);
  }
}
