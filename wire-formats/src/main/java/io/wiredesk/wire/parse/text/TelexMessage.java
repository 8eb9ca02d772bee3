package io.wiredesk.wire.parse.text;

import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.Creator;
import io.wiredesk.schemas.EditorNote;
import io.wiredesk.schemas.TextValue;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.time.TimeRules;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One message of a text: what stands between ZCZC and NNNN, or the whole where there is no
 * envelope. The line of ZCZC gives service and number where it has one, short lines of capitals and
 * lines of addresses after it the routing; lines with a sign in front carry fields ({@code :}
 * keyword, {@code ^} headline, {@code =} take, {@code $} category, {@code +} subject). Immutable.
 *
 * @param enveloped true between ZCZC and NNNN
 * @param text the message, ZCZC's line included
 */
record TelexMessage(boolean enveloped, String text) {

  private static final LineMark START = new LineMark("ZCZC", "\\b");
  private static final LineMark END = new LineMark("NNNN", "[\\x00-\\x09\\x0e-\\x20]{0,40}\\r?$");
  private static final Pattern FIRST = Pattern.compile("\\s*ZCZC\\s*(.*)");

  /** Words that say what a message is to the one before, not what it is about. */
  private static final String MARK_WORD =
      "(?:MANDATORY )?KILL|HOLD|WITHHOLD|CORRECT|BERICHTIGUNG|KORREKTUR|RECTIFICATI|CORRECCI"
          + "|STORNO|ANNULATION|ANULACI|UPDATE|FLASH|URGENT|ALERT|BULLETIN|EIL\\b|ADVISORY"
          + "|LEAD\\b|ADD\\b|TAKE\\b|TEST\\b|\\d{1,2}(?:ST|ND|RD|TH|\\.|E|ER) ";

  private static final Pattern SLUG =
      Pattern.compile(
          "([\\p{Lu}\\d]+(?:[-/][\\p{Lu}\\d]+)+)(?:(?:[,/]\\s*|\\s+(?="
              + MARK_WORD
              + "))(\\S.{0,40}))?");
  private static final Pattern NAME =
      Pattern.compile("((?:[\\p{Lu}\\d]+ ){0,3}?[\\p{Lu}\\d]+)\\s+((?:" + MARK_WORD + ").{0,40})");
  private static final Pattern MARK = Pattern.compile("(?:" + MARK_WORD + ")[\\p{Lu}\\d ]{0,40}");
  private static final Pattern ROUTING = Pattern.compile("[A-Z0-9]{2,5}(?:\\s+[A-Z0-9]{2,5}){0,3}");

  /** Precedence or an operating signal in front, then addresses: "GG EDDFYNYX 121200 EGLLYFYX". */
  private static final String ADDRESS = "(?:\\s+[A-Z0-9/.-]{2,8}){1,8}";

  private static final Pattern PRECEDENCE =
      Pattern.compile("(?:YY|RR|PP|OO|ZZ|FF|GG|DD|SS|KK|QQ)" + ADDRESS);
  private static final Pattern ADDRESSES =
      Pattern.compile(PRECEDENCE + "|(?:QD|QU|QN|DE)" + ADDRESS + "|BT");

  private static final int ROUTING_LINES = 4;

  static List<TelexMessage> all(String text) {
    if (!text.contains("ZCZC")) {
      return List.of(new TelexMessage(false, text));
    }
    List<Integer> starts = starts(text);
    if (starts.isEmpty()) {
      return List.of(new TelexMessage(false, text));
    }
    List<TelexMessage> messages = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
      String message = text.substring(i == 0 ? 0 : starts.get(i), end);
      Matcher close = END.on(message);
      messages.add(
          new TelexMessage(
              true,
              END.find(close, 0, message)
                  ? message.substring(0, close.start()) + message.substring(close.end())
                  : message));
    }
    return messages;
  }

  private static List<Integer> starts(String text) {
    List<Integer> starts = new ArrayList<>();
    Matcher start = START.on(text);
    for (int from = 0; START.find(start, from, text); from = start.end()) {
      starts.add(start.start());
    }
    return starts;
  }

  /** Takes the envelope's fields into the item; gives the lines of copy. */
  List<String> readInto(WireItem item, TimeRules rules) {
    List<String> lines = CopyLines.of(Controls.strip(text));
    if (!enveloped) {
      return withoutAddresses(lines, item);
    }
    int at = 0;
    while (lines.get(at).isBlank()) {
      at++;
    }
    Matcher first = FIRST.matcher(lines.get(at));
    String rest = first.matches() ? TelexNumber.read(first.group(1).strip(), item, rules) : "";
    if (isRouting(rest)) {
      item.extras.put("routing", rest);
    }
    if (rest.isEmpty() || isRouting(rest)) {
      at++;
    } else {
      lines.set(at, rest); // the first line of the copy
    }
    for (int i = 0; at < lines.size() && i < ROUTING_LINES && isRouting(lines.get(at)); i++) {
      item.extras.merge("routing", lines.get(at++).strip(), (a, b) -> a + "\n" + b);
    }
    while (at < lines.size() && marked(lines.get(at), item)) {
      at++;
    }
    if (item.headlines.isEmpty()) {
      item.headline("main", item.get(Field.SLUGLINE));
    }
    int visible = at;
    while (visible < lines.size() && lines.get(visible).isBlank()) {
      visible++;
    }
    if (visible < lines.size() && MARK.matcher(lines.get(visible).strip()).matches()) {
      item.edNotes.add(new EditorNote("takekey", lines.get(visible++).strip(), true));
    }
    int next = slug(lines, visible, item) ? visible + 1 : visible;
    return lines.subList(next, lines.size());
  }

  /** A line of precedence and addresses above the copy is the line's, not the story's. */
  private static List<String> withoutAddresses(List<String> lines, WireItem item) {
    boolean addresses = lines.size() > 2 && PRECEDENCE.matcher(lines.get(0).strip()).matches();
    if (addresses) {
      item.extras.put("routing", lines.get(0).strip());
    }
    return addresses ? lines.subList(1, lines.size()) : lines;
  }

  /** Short codes; words that say what the message is are none. */
  private static boolean isRouting(String written) {
    String line = written.strip();
    if (ADDRESSES.matcher(line).matches()) {
      return true;
    }
    return ROUTING.matcher(line).matches()
        && !MARK.matcher(line).matches()
        && !NAME.matcher(line).matches();
  }

  /** A first line of joined capitals names the story: "STORM-FAROES, 1ST LEAD", "FERRY KILL". */
  private static boolean slug(List<String> lines, int at, WireItem item) {
    String line = at < lines.size() && lines.get(at).length() <= 100 ? lines.get(at).strip() : "";
    Matcher joined = SLUG.matcher(line);
    Matcher slug = joined.matches() ? joined : NAME.matcher(line);
    if (item.get(Field.SLUGLINE) != null || !slug.matches()) {
      return false;
    }
    item.set(Field.SLUGLINE, slug.group(1), "first line");
    if (slug.group(2) != null) {
      item.edNotes.add(new EditorNote("takekey", slug.group(2).strip(), true));
    }
    return true;
  }

  private static boolean marked(String line, WireItem item) {
    String value = line.isEmpty() ? "" : line.substring(1).strip();
    if (value.isEmpty() || ":^=$+*&".indexOf(line.charAt(0)) < 0) {
      return false;
    }
    switch (line.charAt(0)) {
      case ':' -> keyword(value, item);
      case '^' -> item.headlines.add(0, new TextValue("main", null, value));
      case '=' -> item.edNotes.add(new EditorNote("takekey", value, true));
      case '$' -> item.subjects.add(code(value, "category"));
      case '+' -> item.subjects.add(code(value, null));
      default -> item.extras.put("header/" + line.charAt(0), value);
    }
    return true;
  }

  /** Keyword line: its last part names the story, and is its headline where none follows. */
  private static void keyword(String value, WireItem item) {
    String[] parts = value.split(":");
    String slug = parts[parts.length - 1].strip();
    item.set(Field.SLUGLINE, slug, "keyword line");
    for (int i = 0; i + 1 < parts.length; i++) {
      if (!parts[i].isBlank()) {
        item.keywords.add(parts[i].strip());
      }
    }
  }

  private static Concept code(String literal, @Nullable String rel) {
    return new Concept(null, null, literal, rel, Creator.WIRE, null, null);
  }
}
