package io.wiredesk.wire.parse.text;

import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.Creator;
import io.wiredesk.schemas.EditorNote;
import io.wiredesk.wire.parse.AsciiSpace;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of an ANPA 1312 message as HTML. A caret starts a line of the head (keyword line,
 * headline, notes, byline) or, later, a crosshead; a tab or an indent starts a paragraph; backspace
 * starts a row of a table whose cells are set apart by ";" or leaders; between DC2 and DC1 lines
 * are a table as they stand. Typesetters' signs become what they print. Used once, by one thread.
 */
final class AnpaBody {

  private static final Pattern CELLS = Pattern.compile("[\\x1e\\x1f][\\x1e\\x1f ]*");
  private static final Pattern PHOTO =
      Pattern.compile(
          "(?:AP |Kyodo )(?:Photo|Graphic|GFX)(?:s|\\d+)? .*"
              + "|(?:Photo|Graphic|GFX)(?:s|\\d+)? .*\\d.*|GFX\\d+ .*");
  private static final Pattern AFFILIATION =
      Pattern.compile(
          "(?:\\p{Lu}[\\p{L}.&' -]*\\s)?(?:Press|Writers?|Correspondents?|Editors?|Reporters?|News"
              + "|Service|Agency|Staff|Columnist|Producer)(?:\\s\\p{Lu}\\p{L}+)*");
  private static final Pattern SIGN_OFF = Pattern.compile("==\\s*(\\p{L}[\\p{L} -]{1,30})\\s*");

  private static final Pattern TAB = Pattern.compile("^\\t +");
  private static final String NOTE_START = "EDITOR'S NOTE _";
  private static final Pattern NOTE = Pattern.compile("^" + NOTE_START + "\\s*");

  /** Signs that end and begin a line in type. */
  static final String LINE_ENDS = "<=+";

  static final String LINE_STARTS = "<";

  private static final String DEVICES = "\21\22\23\24";
  private static final long DEVICE_CONTROLS = Controls.set(DEVICES);

  private final WireItem item;
  private final String text;
  private final AnpaHtml html;
  private final List<String> rows = new ArrayList<>();
  private final List<String> fixed = new ArrayList<>();
  private boolean devices;
  private boolean keywordSeen;
  private boolean bylineSeen;
  private boolean bylineLast;
  private boolean copySeen;

  /** The line before stands by itself. */
  private boolean parted;

  private boolean inTable;

  /** Where the open paragraph's text begins in the HTML; -1 where none is open. */
  private int paragraph = -1;

  private final StringBuilder opening = new StringBuilder();
  private @Nullable String firstParagraph;
  private final int enough;
  private int words;

  /**
   * @param text of one message, after its header
   * @param enough a number of words above which it does not matter how many more there are
   */
  AnpaBody(WireItem item, String text, int enough) {
    this.item = item;
    this.text = text;
    this.enough = enough;
    this.html = new AnpaHtml(64 + text.length() + text.length() / 4);
  }

  void read() {
    devices = new NextOf(text, DEVICES).from(0) < text.length();
    List<String> lines = CopyLines.of(text.replace("\u0002", ""));
    for (int i = 0; i < lines.size(); i++) {
      line(lines.get(i), i);
    }
    close();
    Dateline.offer(item, firstParagraph == null ? "" : firstParagraph, "dateline");
    item.html(html.toString(), "main", "text");
  }

  /** Words of the paragraphs; no longer counted once there are enough. */
  int words() {
    return words;
  }

  private void line(String raw, int number) {
    boolean table = devices && (inTable || raw.indexOf('\u0012') >= 0);
    inTable = table && raw.indexOf('\u0011') < 0;
    String line = devices ? Controls.without(raw, DEVICE_CONTROLS) : raw;
    if (line.startsWith("\b")) {
      endParagraph();
      rows.add(line);
      copySeen = true;
      return;
    }
    endRows();
    if (table && !line.isBlank()) {
      flush();
      fixed.add(TAB.matcher(Typesetting.printed(line)).replaceFirst("").stripTrailing());
      copySeen = true;
    } else if (line.isBlank()) {
      endParagraph();
    } else if (line.startsWith("^")) {
      endParagraph();
      caret(end(line.substring(1)));
    } else {
      plain(line, number);
    }
  }

  private void plain(String line, int number) {
    boolean indented = line.startsWith("\t") || line.startsWith("  ");
    Matcher signOff = line.startsWith("==") ? SIGN_OFF.matcher(line) : null;
    if (signOff != null && signOff.matches()) {
      endParagraph();
      item.set(Field.PROVIDER, signOff.group(1), "sign-off");
      item.infoSources.add(
          new Concept(signOff.group(1).strip(), null, null, "source", Creator.WIRE, null, null));
    } else if (!copySeen && !indented && headLine(end(line), number)) {
      keywordSeen = true;
    } else {
      boolean parts = NonPublicLine.is(line);
      if (indented || parts || parted) {
        endParagraph();
      }
      parted = parts;
      copySeen = true;
      copy(line);
    }
  }

  /** A line of a paragraph; one of nothing but signs opens none. */
  private void copy(String line) {
    int before = html.length();
    html.markup(paragraph < 0 ? "<p>" : " ");
    int start = html.length();
    if (firstParagraph == null || !html.line(line)) {
      String shown = end(line);
      html.text(shown);
      if (firstParagraph == null) {
        opening.append(paragraph < 0 ? "" : " ").append(shown);
      }
    }
    if (paragraph < 0 && html.length() == start) {
      html.cut(before);
    } else if (paragraph < 0) {
      paragraph = start;
    }
  }

  /** In the dialect without carets the first lines are keyword line and headline. */
  private boolean headLine(String line, int number) {
    if (!keywordSeen && number == 0) {
      keyword(line);
      return true;
    }
    if (keywordSeen && item.headlines.isEmpty()) {
      item.headline("main", line);
      return true;
    }
    return false;
  }

  private void caret(String line) {
    if (line.isEmpty()) {
      return;
    }
    boolean afterByline = bylineLast;
    bylineLast = false;
    if (!keywordSeen) {
      keywordSeen = true;
      keyword(line);
    } else if (CopyLines.isNote(line) || (!copySeen && isPhoto(line))) {
      String note =
          line.startsWith(NOTE_START) ? NOTE.matcher(line).replaceFirst("EDITOR'S NOTE — ") : line;
      item.edNotes.add(new EditorNote(null, note, true));
    } else if (!copySeen && CopyLines.isByline(line)) {
      item.set(Field.BY, line, "byline");
      bylineSeen = true;
      bylineLast = true;
    } else if (afterByline && line.length() < 80 && AFFILIATION.matcher(line).matches()) {
      item.infoSources.add(new Concept(line, null, null, "byline", Creator.WIRE, null, null));
    } else if (item.headlines.isEmpty() && !copySeen) {
      item.headline("main", line);
    } else {
      append(copySeen || bylineSeen ? "h3" : "p", line);
    }
  }

  private static boolean isPhoto(String line) {
    return "AKPG".indexOf(line.charAt(0)) >= 0 && PHOTO.matcher(line).matches();
  }

  private void append(String element, String text) {
    firstParagraph = firstParagraph == null && element.equals("p") ? text : firstParagraph;
    html.markup("<" + element + ">").text(text).markup("</" + element + ">\n");
  }

  /** "BC-US--Ethanol-Losing Grassland, 1st Ld-Writethru,1140": the word count is no title. */
  private void keyword(String line) {
    item.set(Field.TITLE, withoutCount(line), "keyword line");
  }

  /** Without a number of up to five digits at the end and the comma before it. */
  private static String withoutCount(String line) {
    int digits = line.length();
    while (digits > 0 && line.charAt(digits - 1) >= '0' && line.charAt(digits - 1) <= '9') {
      digits--;
    }
    int comma = digits;
    while (comma > 0 && AsciiSpace.is(line.charAt(comma - 1))) {
      comma--;
    }
    int length = line.length() - digits;
    boolean count = length >= 1 && length <= 5 && comma > 0 && line.charAt(comma - 1) == ',';
    return count ? line.substring(0, comma - 1) : line;
  }

  private void endParagraph() {
    flush();
    if (!fixed.isEmpty()) {
      append("pre", String.join("\n", fixed));
      fixed.clear();
    }
  }

  private void flush() {
    if (paragraph >= 0) {
      html.trim();
      words += words > enough ? 0 : html.words(paragraph);
      firstParagraph = firstParagraph == null ? opening.toString().strip() : firstParagraph;
      html.markup("</p>\n");
      paragraph = -1;
    }
  }

  private void endRows() {
    if (rows.isEmpty()) {
      return;
    }
    html.markup("<table>\n");
    for (String row : rows) {
      html.markup("<tr>");
      for (String cell : cells(row)) {
        String shown = Typesetting.printed(cell).strip();
        String value = shown.startsWith("^") ? shown.substring(1) : shown;
        html.markup("<td>").text(value.equals("_") ? "—" : value).markup("</td>");
      }
      html.markup("</tr>\n");
    }
    html.markup("</table>\n");
    rows.clear();
  }

  private static String[] cells(String row) {
    String body = row.substring(1);
    return CELLS.matcher(body).find() ? CELLS.split(body, -1) : body.split(";", -1);
  }

  private void close() {
    endParagraph();
    endRows();
  }

  /** A line as it prints, without the signs that end it in type. */
  static String end(String line) {
    return Controls.stripStart(
        Controls.stripEnd(Typesetting.printed(line), LINE_ENDS), LINE_STARTS);
  }
}
