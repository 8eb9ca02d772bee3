package io.wiredesk.wire.parse;

import io.wiredesk.schemas.AltId;
import io.wiredesk.schemas.Association;
import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.EditorNote;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.Rendition;
import io.wiredesk.schemas.RightsInfo;
import io.wiredesk.schemas.Signal;
import io.wiredesk.schemas.TextValue;
import io.wiredesk.wire.charset.CleanCharacters;
import io.wiredesk.wire.profile.FeedProfile;
import io.wiredesk.wire.time.Purpose;
import io.wiredesk.wire.time.ReadTime;
import io.wiredesk.wire.time.TimeReader;
import io.wiredesk.wire.time.TimeRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one item as a parser found them, before identity, times and text are settled. For a
 * single-valued field the first value that is not blank stays, so parsers offer values in order of
 * preference; each keeps its origin in the wire (element path and line) for {@code parse
 * --explain}. Used by one thread.
 */
public final class WireItem {

  private final Map<Field, String> texts = new EnumMap<>(Field.class);
  private final Map<Field, Instant> times = new EnumMap<>(Field.class);
  private final Map<Field, String> origins = new EnumMap<>(Field.class);
  private @Nullable Integer urgency;
  private @Nullable PubStatus pubStatus;
  private @Nullable Signal signal;
  private @Nullable RightsInfo rightsInfo;
  private @Nullable String undatedEmbargo;

  /** Headlines in wire order, main one first. */
  public final List<TextValue> headlines = new ArrayList<>();

  /** Summaries, captions. */
  public final List<TextValue> descriptions = new ArrayList<>();

  /** Bodies as found, best first; see {@link WireBody}. */
  public final List<WireBody> bodies = new ArrayList<>();

  public final List<EditorNote> edNotes = new ArrayList<>();
  public final List<Concept> subjects = new ArrayList<>();
  public final List<Concept> places = new ArrayList<>();
  public final List<Concept> people = new ArrayList<>();
  public final List<Concept> organisations = new ArrayList<>();
  public final List<Concept> genres = new ArrayList<>();
  public final List<Concept> infoSources = new ArrayList<>();
  public final List<String> keywords = new ArrayList<>();
  public final List<AltId> altIds = new ArrayList<>();
  public final List<Association> associations = new ArrayList<>();
  public final List<Rendition> renditions = new ArrayList<>();

  /** Uris or wire identifiers of other items that this one kills, corrects, replaces. */
  public final List<String> actsOn = new ArrayList<>();

  /** What has no field, by its path in the wire. */
  public final Map<String, String> extras = new LinkedHashMap<>();

  /** Why the item must be held back, whatever its status says: fields that were not understood. */
  public final List<String> holds = new ArrayList<>();

  /** What had to be repaired, one sentence each. */
  public final List<String> repairs = new ArrayList<>();

  /** Offers a text field; blank values are ignored, the first stays. */
  public WireItem set(Field field, @Nullable String value, String origin) {
    if (value != null && !value.isBlank() && texts.putIfAbsent(field, clean(value)) == null) {
      origins.put(field, origin);
    }
    return this;
  }

  /** Offers an instant; null is ignored, the first stays. */
  public WireItem time(Field field, @Nullable Instant value, String origin) {
    if (value != null && times.putIfAbsent(field, value) == null) {
      origins.put(field, origin);
    }
    return this;
  }

  /** Offers an editorial urgency, 1 (highest) – 9; others are kept as an extra, not taken. */
  public WireItem urgency(@Nullable Integer value, String origin) {
    if (value != null && (value < 1 || value > 9)) {
      extras.putIfAbsent(origin, Integer.toString(value));
    } else if (value != null && urgency == null) {
      urgency = value;
      origins.put(Field.URGENCY, origin);
    }
    return this;
  }

  /**
   * Offers an urgency as written, by the provider's scale; what that does not have and is no number
   * of 1–9 is kept as an extra.
   */
  public WireItem urgency(@Nullable String written, FeedProfile profile, String origin) {
    if (written != null && !written.isBlank()) {
      Integer value = profile.urgency(written);
      if (value == null) {
        extras.putIfAbsent(origin, written.strip());
      } else {
        urgency(value, origin);
      }
    }
    return this;
  }

  /** Offers a publication status; the first stays. */
  public WireItem pubStatus(@Nullable PubStatus value, String origin) {
    if (value != null && pubStatus == null) {
      pubStatus = value;
      origins.put(Field.PUB_STATUS, origin);
    }
    return this;
  }

  /** Offers what the revision is to the one before; the first stays. */
  public WireItem signal(@Nullable Signal value, String origin) {
    if (value != null && signal == null) {
      signal = value;
      origins.put(Field.SIGNAL, origin);
    }
    return this;
  }

  /** Offers rights; the first stay. */
  public WireItem rightsInfo(@Nullable RightsInfo value) {
    if (rightsInfo == null) {
      rightsInfo = value;
    }
    return this;
  }

  /** Adds a plain-text headline; blank ones and repetitions are ignored. */
  public WireItem headline(@Nullable String role, @Nullable String value) {
    return add(headlines, role, value);
  }

  /** Adds a plain-text summary or caption; blank ones and repetitions are ignored. */
  public WireItem description(@Nullable String role, @Nullable String value) {
    return add(descriptions, role, value);
  }

  /** Adds an HTML body; a blank one is ignored. */
  public WireItem html(@Nullable String fragment, @Nullable String role, String origin) {
    return body(true, fragment, role, origin);
  }

  /** Adds a plain-text body; a blank one is ignored. */
  public WireItem text(@Nullable String text, @Nullable String role, String origin) {
    return body(false, text, role, origin);
  }

  /**
   * Offers a time as written: what was assumed to read it is recorded as a repair, what cannot be
   * read is kept as an extra under its origin.
   */
  public WireItem readTime(Field field, @Nullable String written, TimeRules rules, String origin) {
    if (written == null || written.isBlank() || times.get(field) != null) {
      return this;
    }
    ReadTime read = TimeReader.read(written, rules, Purpose.ORDINARY);
    if (read == null) {
      extras.putIfAbsent(origin, written.strip());
      return this;
    }
    doubts(read, origin);
    return time(field, read.at(), origin);
  }

  /**
   * Takes the end of an embargo as a field states it: of several the latest counts. A field that is
   * there and empty is an embargo whose end may stand in a note; one that cannot be read holds the
   * item back.
   *
   * @param written null where the wire has no such field
   */
  public WireItem embargo(@Nullable String written, TimeRules rules, String origin) {
    if (written == null) {
      return this;
    }
    ReadTime read = written.isBlank() ? null : TimeReader.read(written, rules, Purpose.EMBARGO);
    if (written.isBlank()) {
      undatedEmbargo = undatedEmbargo == null ? origin : undatedEmbargo;
    } else if (read == null) {
      holds.add("the end of the embargo in " + origin + " cannot be read: " + written.strip());
    } else {
      doubts(read, origin);
      Instant present = times.get(Field.EMBARGOED_UNTIL);
      if (present == null || read.at().isAfter(present)) {
        times.put(Field.EMBARGOED_UNTIL, read.at());
        origins.put(Field.EMBARGOED_UNTIL, origin);
      }
    }
    return this;
  }

  /** Says that there is an embargo, by a field that never has its end. */
  public WireItem embargoWithoutEnd(String origin) {
    undatedEmbargo = undatedEmbargo == null ? origin : undatedEmbargo;
    return this;
  }

  /** The field that announces an embargo without its end; null where none does. */
  public @Nullable String undatedEmbargo() {
    return undatedEmbargo;
  }

  /**
   * Takes a publication status that no standard has: the item is held back.
   *
   * @param written the status as the wire has it
   */
  public WireItem unknownStatus(String written, String origin) {
    holds.add("nobody knows the status \"" + written.strip() + "\" in " + origin);
    return this;
  }

  private void doubts(ReadTime read, String origin) {
    for (String doubt : read.doubts()) {
      String repair = origin + ": " + doubt;
      if (!repairs.contains(repair)) {
        repairs.add(repair);
      }
    }
  }

  /** Takes a text field back, so that another value may be offered; null where none was taken. */
  public @Nullable String withdraw(Field field) {
    origins.remove(field);
    return texts.remove(field);
  }

  public @Nullable String get(Field field) {
    return texts.get(field);
  }

  public @Nullable Instant time(Field field) {
    return times.get(field);
  }

  public @Nullable Integer urgency() {
    return urgency;
  }

  public @Nullable PubStatus pubStatus() {
    return pubStatus;
  }

  public @Nullable Signal signal() {
    return signal;
  }

  public @Nullable RightsInfo rightsInfo() {
    return rightsInfo;
  }

  /** Where each taken value stood in the wire: element path and, where known, line. */
  public Map<Field, String> origins() {
    return Collections.unmodifiableMap(origins);
  }

  private WireItem body(
      boolean html, @Nullable String content, @Nullable String role, String origin) {
    if (content != null && !content.isBlank()) {
      bodies.add(
          new WireBody(
              html, CleanCharacters.of(html ? HtmlSource.mended(content) : content), role));
      origins.putIfAbsent(Field.BODY, origin);
    }
    return this;
  }

  private WireItem add(List<TextValue> list, @Nullable String role, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      TextValue text = new TextValue(role, null, clean(value));
      if (!list.contains(text)) {
        list.add(text);
      }
    }
    return this;
  }

  private static String clean(String value) {
    return CleanCharacters.of(value.strip());
  }
}
