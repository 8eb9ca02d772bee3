package io.wiredesk.wire.parse.text;

import io.wiredesk.schemas.EditorNote;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The text of one IPTC 7901 message: marks of leads and takes, headline (ended by "=" where the
 * sender follows the standard), byline, notes to editors, copy, and what is not for publication.
 * Used once, by one thread.
 */
final class CopyText {

  /** The head never runs further than this many lines. */
  private static final int HEAD = 14;

  private static final Pattern NOTE_TITLE =
      Pattern.compile(
          "(?i)#{1,3}\\s*(notes? to editors|redaktionelle hinweise|berichtigung|correction"
              + "|note aux r[ée]dactions|notas? a (?:los )?editores)\\s*:?");

  private static final Pattern SLUG =
      Pattern.compile("[\\p{L}\\d'’.]{1,40}(?:[-/][\\p{L}\\d'’.]{1,40}){1,8}/?");

  private static final Pattern MARKED = Pattern.compile(".{1,160}=");
  private static final Pattern ITEM = Pattern.compile("^[-*] ");

  private final String text;
  private final List<String> lines;
  private final StringBuilder head = new StringBuilder();
  private final List<String> marks = new ArrayList<>();
  private int at;

  CopyText(String text) {
    this.text = text;
    this.lines = CopyLines.of(text);
  }

  /**
   * Fills headline, byline, notes and body.
   *
   * @param keywordLine true where no STX set the keyword line apart, so that it stands here
   */
  void fill(WireItem item, boolean keywordLine) {
    skipBlank();
    boolean missing = keywordLine || item.get(Field.SLUGLINE) == null;
    String first = missing && at < lines.size() ? lines.get(at).strip() : "";
    if (keywordLine ? isKeywords(first) : isSlug(first) && moreBelow()) {
      Iptc7901Parser.keywords(List.of(lines.get(at++)), item);
      skipBlank();
    }
    int end = endOfHead();
    while (at < end) {
      headLine(lines.get(at++), item);
    }
    boolean reference = head.indexOf("/") > 0 && !marks.isEmpty();
    // a kill or correction whose head only names another story: its marks say what it is
    item.headline("main", reference ? String.join(" ", marks) + " " + head : head.toString());
    if (!marks.isEmpty()) {
      item.edNotes.add(new EditorNote("takekey", String.join(" ", marks), true));
    }
    body(item);
  }

  private void headLine(String line, WireItem item) {
    String plain = Controls.stripEnd(line.strip(), "=");
    if (plain.isEmpty()) {
      return;
    }
    boolean note = CopyLines.isNote(plain);
    boolean bracketed = !note && plain.startsWith("(") && plain.endsWith(")");
    if (head.isEmpty() && (bracketed || CopyLines.isMark(plain)) && moreHead()) {
      // "(Zusammenfassung 1415)", "2ND LEAD": what this copy is to the one before
      marks.add(bracketed ? plain.substring(1, plain.length() - 1) : plain);
    } else if (!head.isEmpty() && CopyLines.isByline(plain)) {
      item.set(Field.BY, plain, "byline");
    } else if (note || (bracketed && !head.isEmpty())) {
      item.edNotes.add(new EditorNote(null, plain, true));
    } else {
      head.append(head.isEmpty() ? "" : " ").append(plain);
    }
  }

  /** True where another line of the head follows that is no byline. */
  private boolean moreHead() {
    return at < lines.size()
        && !lines.get(at - 1).strip().endsWith("=")
        && !lines.get(at).isBlank()
        && !CopyLines.isByline(lines.get(at));
  }

  /**
   * First line of the copy: after the line that ends in "=", else after the first run of lines
   * where an empty line follows and the run is short; else where it is.
   */
  private int endOfHead() {
    int blank = -1;
    for (int i = at; i < Math.min(lines.size(), at + HEAD); i++) {
      String line = lines.get(i).strip();
      if (line.endsWith("=")) {
        return afterMarked(i + 1);
      }
      blank = blank < 0 && line.isEmpty() ? i : blank;
    }
    int run = blank < 0 ? 0 : blank - at;
    boolean shortRun =
        run > 0
            && run <= 4
            && lines.subList(at, blank).stream().allMatch(line -> line.strip().length() <= 120)
            && !lines.get(blank - 1).strip().endsWith(".");
    return shortRun ? blank : at;
  }

  /** Byline and notes that follow the headline end in "=" as well. */
  private int afterMarked(int from) {
    int end = from;
    while (end < lines.size() && MARKED.matcher(lines.get(end).strip()).matches()) {
      end++;
    }
    return end;
  }

  /** A byline as a paragraph of its own above the copy. */
  private void byline(WireItem item) {
    int line = at;
    while (line < lines.size() && lines.get(line).isBlank()) {
      line++;
    }
    boolean alone = line + 1 < lines.size() && line > at && lines.get(line + 1).isBlank();
    if (alone && item.get(Field.BY) == null && CopyLines.isByline(lines.get(line))) {
      item.set(Field.BY, lines.get(line).strip(), "byline");
      at = line + 1;
    }
  }

  private void body(WireItem item) {
    byline(item);
    int nonPublic = notes(item);
    TextBlocks.of(lines.subList(Math.min(at, nonPublic), nonPublic)).offer(item, "text");
    if (nonPublic < lines.size()) {
      String rest = String.join("\n", lines.subList(nonPublic, lines.size())).strip();
      item.edNotes.add(new EditorNote("nonpublic", rest, false));
    }
  }

  /** Notes within the copy; gives the line from which on nothing is for publication. */
  private int notes(WireItem item) {
    boolean titles = text.indexOf('#') >= 0;
    int nonPublic = NonPublicLine.first(text);
    int furthest = 0; // where the line's end is at most: a line end has one character or two
    for (int i = 0; (titles || nonPublic >= 0) && i < lines.size(); i++) {
      String line = lines.get(i);
      furthest += line.length() + 2;
      if (i < at) {
        continue;
      }
      if (titles && line.indexOf('#') >= 0 && NOTE_TITLE.matcher(line.strip()).matches()) {
        note(i + 1, line.toLowerCase(Locale.ROOT).contains("orrect"), item);
      }
      if (nonPublic >= 0 && nonPublic < furthest && NonPublicLine.has(line)) {
        return i;
      }
    }
    return lines.size();
  }

  /** The note under its title, until an empty line that no further item follows. */
  private void note(int from, boolean correction, WireItem item) {
    StringBuilder note = new StringBuilder();
    for (int i = from; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        break;
      }
      note.append(note.isEmpty() ? "" : "\n").append(ITEM.matcher(line).replaceFirst(""));
    }
    if (!note.isEmpty()) {
      item.edNotes.add(new EditorNote(correction ? "correction" : null, note.toString(), true));
    }
  }

  /** "politics/Britain/EU/": parts with slashes, no sentence. */
  private static boolean isKeywords(String line) {
    return line.indexOf('/') >= 0
        && line.length() <= 160
        && line.indexOf('=') < 0
        && !line.startsWith("//")
        && !line.endsWith(".");
  }

  /** A first line without spaces, joined by slashes or hyphens: "Halia-vote", "Halia/vote/". */
  private static boolean isSlug(String line) {
    return line.length() <= 100
        && (SLUG.matcher(line).matches() || (isKeywords(line) && line.endsWith("/")));
  }

  /** Something else of the head stands below. */
  private boolean moreBelow() {
    int next = at + 1;
    while (next < lines.size() && lines.get(next).isBlank()) {
      next++;
    }
    return next < lines.size() && next <= at + 2;
  }

  private void skipBlank() {
    while (at < lines.size() && lines.get(at).isBlank()) {
      at++;
    }
  }
}
