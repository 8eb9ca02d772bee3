package io.wiredesk.wire.normalise.embargo;

import io.wiredesk.wire.normalise.embargo.Line.Place;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of an item that are searched for announcements, in order. Immutable. */
public final class EmbargoLines {

  /** A longer line is copy; no line is read beyond. */
  private static final int LONGEST = 400;

  /** So many lines of the text are its head; below, a line must look like an announcement. */
  private static final int HEAD = 12;

  private static final int SHORT = 200;

  private final List<Line> lines;

  private EmbargoLines(List<Line> lines) {
    this.lines = lines;
  }

  List<Line> list() {
    return lines;
  }

  /**
   * The lines of an item.
   *
   * @param text canonical text of the item
   */
  public static EmbargoLines of(WireItem item, String text) {
    List<Line> lines = new ArrayList<>();
    item.headlines.forEach(headline -> add(lines, Place.HEADLINE, headline.getValue()));
    add(lines, Place.HEADLINE, item.get(Field.TITLE));
    add(lines, Place.SLUGLINE, item.get(Field.SLUGLINE));
    item.edNotes.forEach(note -> note.getValue().lines().forEach(l -> add(lines, Place.NOTE, l)));
    item.descriptions.forEach(each -> add(lines, Place.HEAD, each.getValue()));
    String terms = item.get(Field.USAGE_TERMS);
    if (terms != null) {
      terms.lines().forEach(line -> add(lines, Place.NOTE, line));
    }
    item.keywords.forEach(keyword -> add(lines, Place.KEYWORD, keyword));
    item.genres.forEach(genre -> add(lines, Place.KEYWORD, genre.getName()));
    int[] seen = {0};
    text.lines()
        .filter(line -> !line.isBlank())
        .forEach(
            line -> {
              if (seen[0]++ < HEAD) {
                add(lines, Place.HEAD, line);
              } else if (line.length() <= SHORT && Hints.in(line)) {
                add(lines, Place.COPY, line);
              }
            });
    return new EmbargoLines(List.copyOf(lines));
  }

  private static void add(List<Line> lines, Place place, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      String line = text.strip();
      String head = line.substring(0, Math.min(LONGEST, line.length()));
      lines.add(Line.of(head, place, Vocabulary.standard()));
    }
  }
}
