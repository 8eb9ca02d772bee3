package io.wiredesk.wire.parse.text;

import io.wiredesk.schemas.AltId;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.time.CalendarNames;
import io.wiredesk.wire.time.TimeRules;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Service and number behind ZCZC: "FMG000", "AAA 123", "0456". Gaps are looked for in these, so a
 * word that is none ("URGENT", "2ND LEAD", "G20 SUMMIT OPENS", "DEC 12") is not taken for one.
 * Stateless.
 */
final class TelexNumber {

  /** Three figures or more, or fewer where nothing but a date or routing follows. */
  private static final Pattern NUMBER =
      Pattern.compile("(?:([A-Z]{1,6})( ?))?(\\d{1,6})([A-Z]?)(?:\\s+(.*))?");

  private static final Pattern CODES = Pattern.compile("(?:[A-Z0-9]{2,5}(?:\\s+|$)){1,4}");
  private static final int SURE = 3;

  /** Words before a figure that say what a message is. */
  private static final Set<String> WORDS =
      Set.of(
          "ADD", "LEAD", "LD", "TAKE", "PAGE", "PART", "NO", "NR", "NUM", "INSERT", "SUB", "DAY",
          "ROUND", "LAP", "SET", "GAME", "WEEK", "ITEM", "COVID", "ADV", "TOP", "STAGE", "RACE");

  private TelexNumber() {}

  /**
   * Takes number and date into the item.
   *
   * @param line what follows ZCZC on its line
   * @return the rest of the line, all of it where it begins with no number
   */
  static String read(String line, WireItem item, TimeRules rules) {
    Matcher number = NUMBER.matcher(line);
    if (!number.matches()) {
      return line;
    }
    String rest = number.group(5) == null ? "" : number.group(5).strip();
    boolean dated = SendTime.isWhole(rest);
    if (!isNumber(number, rest.isEmpty() || dated, rest)) {
      return line;
    }
    String service = number.group(1);
    String digits = number.group(3) + number.group(4);
    item.set(Field.SERVICE, service, "ZCZC").set(Field.SEQUENCE, digits, "ZCZC");
    item.altIds.add(new AltId("provider-sequence", (service == null ? "" : service) + digits));
    if (dated) {
      SendTime.offerWhole(rest, item, rules, "ZCZC");
    }
    return dated ? "" : rest;
  }

  private static boolean isNumber(Matcher number, boolean alone, String rest) {
    String letters = number.group(1);
    boolean sure = number.group(3).length() >= SURE || alone;
    if (letters == null) {
      return sure && number.group(4).isEmpty() && (alone || CODES.matcher(rest).matches());
    }
    boolean word = WORDS.contains(letters) || CalendarNames.month(letters).isPresent();
    boolean apart = !number.group(2).isEmpty();
    return sure && !word && (!apart || number.group(3).length() >= SURE);
  }
}
