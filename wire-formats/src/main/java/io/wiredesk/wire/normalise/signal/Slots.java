package io.wiredesk.wire.normalise.signal;

import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.EditorNote;
import io.wiredesk.wire.normalise.signal.Slot.Place;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The places of an item that are searched for conventions, in order. Immutable. */
public final class Slots {

  /** Role of a note that holds the version words of a slug ("2ND LEAD"). */
  public static final String TAKE_KEY = "takekey";

  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final int FIRST_LINES = 4;
  private static final int LINE_LENGTH = 400;

  private final List<Slot> slots;

  private Slots(List<Slot> slots) {
    this.slots = slots;
  }

  List<Slot> list() {
    return slots;
  }

  /**
   * The places of an item.
   *
   * @param text canonical text of the item
   */
  public static Slots of(WireItem item, String text) {
    List<Slot> slots = new ArrayList<>();
    item.headlines.forEach(headline -> add(slots, Place.HEADLINE, headline.getValue()));
    add(slots, Place.HEADLINE, item.get(Field.TITLE));
    add(slots, Place.SLUGLINE, item.get(Field.SLUGLINE));
    for (EditorNote note : item.edNotes) {
      Place place = TAKE_KEY.equals(note.getRole()) ? Place.SLUGLINE : Place.NOTE;
      note.getValue().lines().forEach(line -> add(slots, place, line));
    }
    item.keywords.forEach(keyword -> add(slots, Place.KEYWORD, keyword));
    add(slots, Place.KEYWORD, item.get(Field.PROFILE));
    for (Concept genre : item.genres) {
      add(slots, Place.KEYWORD, genre.getName());
    }
    text.lines()
        .filter(line -> !line.isBlank())
        .limit(FIRST_LINES)
        .forEach(line -> add(slots, Place.FIRST_LINE, line));
    return new Slots(slots);
  }

  private static void add(List<Slot> slots, Place place, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      slots.add(new Slot(place, oneLine(text.strip())));
    }
  }

  /** The beginning of the text with runs of white space as one space. */
  private static String oneLine(String text) {
    String line = SPACES.matcher(text).replaceAll(" ");
    return line.substring(0, Math.min(LINE_LENGTH, line.length()));
  }
}
