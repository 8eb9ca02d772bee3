package io.wiredesk.wire.normalise.signal;

import io.wiredesk.schemas.Signal;
import io.wiredesk.wire.normalise.signal.Convention.Form;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads signals out of the texts in which agencies write them: headline, slug, title, notes,
 * keywords and the first lines, never the running copy; only in the forms that agencies use, never
 * inside prose ("Storm kills 12" is no kill, "Leaders hold talks" no hold). Immutable, safe to
 * share.
 */
public final class Conventions {

  /** Strongest first: what is found here overrules what stands below. */
  private static final List<Signal> STRENGTH =
      List.of(
          Signal.TEST,
          Signal.CANCEL,
          Signal.WITHHOLD,
          Signal.RELEASE,
          Signal.CORRECTION,
          Signal.ADVISORY,
          Signal.ALERT,
          Signal.WRITETHRU,
          Signal.TAKE,
          Signal.ADD,
          Signal.UPDATE);

  private static final Pattern OF_A_DISPATCH =
      Pattern.compile(
          "(?iu)\\b(?:story|item|dispatch|slugged|headlined|copy|meldung|bericht|korrespondenz|"
              + "dépêche|depeche|papier|noticia|despacho|notizia|dispaccio|do not use|ne pas (?:utiliser|"
              + "diffuser|publier)|nicht (?:mehr )?(?:verwenden|veröffentlichen)|no (?:utilizar|publicar)|"
              + "non (?:utilizzare|pubblicare))\\b");

  private static final Conventions STANDARD = new Conventions(load());

  private final List<Convention> table;

  private Conventions(List<Convention> table) {
    this.table = table;
  }

  /** What a line says of an embargo. */
  public enum Bound {
    NONE,
    /** One whose end is not said or not understood. */
    OPEN,
    /** One with an end. */
    TIMED
  }

  /** The table that ships with Wiredesk. */
  public static Conventions standard() {
    return STANDARD;
  }

  List<Convention> table() {
    return table;
  }

  /**
   * What the places of an item say.
   *
   * @param killPhrases the feed's own phrases for a kill, found in headline, slug or title
   * @param embargoes what a line says of an embargo: copy that may not be used before a time is no
   *     kill and no hold, and an embargo that is to be lifted at a time is none that is lifted
   */
  public Reading read(Slots slots, List<String> killPhrases, Function<String, Bound> embargoes) {
    return read(slots.list(), killPhrases, embargoes);
  }

  Reading read(List<Slot> slots, List<String> killPhrases) {
    return read(slots, killPhrases, line -> Bound.NONE);
  }

  private Reading read(
      List<Slot> slots, List<String> killPhrases, Function<String, Bound> embargoes) {
    Signal strongest = null;
    String why = null;
    List<Signal> found = new ArrayList<>();
    Map<Signal, List<Convention>> rules = new EnumMap<>(Signal.class);
    table.forEach(rule -> add(rules, rule));
    killPhrases.forEach(phrase -> add(rules, Convention.ofFeed(phrase)));
    for (Signal signal : STRENGTH) {
      String where = where(rules.getOrDefault(signal, List.of()), slots, embargoes);
      if (where != null) {
        found.add(signal);
        if (strongest == null) {
          strongest = signal;
          why = where;
        }
      }
    }
    return strongest == null ? Reading.NOTHING : new Reading(strongest, profile(found), why);
  }

  private static void add(Map<Signal, List<Convention>> rules, Convention rule) {
    rules.computeIfAbsent(rule.signal(), signal -> new ArrayList<>()).add(rule);
  }

  private static @Nullable String profile(List<Signal> found) {
    if (found.contains(Signal.TEST)) {
      return "test";
    }
    if (found.contains(Signal.ADVISORY)) {
      return "advisory";
    }
    return found.contains(Signal.ALERT) ? "alert" : null;
  }

  private static @Nullable String where(
      List<Convention> rules, List<Slot> slots, Function<String, Bound> embargoes) {
    for (Convention rule : rules) {
      for (Slot slot : slots) {
        if (rule.saidIn(slot)
            && holds(rule, slot, slots)
            && !rule.givesWay(embargoes, slot.text())) {
          String place = slot.place().name().toLowerCase(Locale.ROOT).replace('_', ' ');
          return place + ": " + slot.text();
        }
      }
    }
    return null;
  }

  private static boolean holds(Convention rule, Slot slot, List<Slot> slots) {
    if (rule.form() == Form.WEAK) {
      return slots.stream()
          .filter(Slot::toEditors)
          .anyMatch(other -> OF_A_DISPATCH.matcher(other.text()).find());
    }
    boolean takesBack = rule.signal() == Signal.CANCEL || rule.signal() == Signal.WITHHOLD;
    boolean inProse = rule.form() == Form.SENTENCE;
    return !(takesBack && inProse && Address.replacesOther(slot.text()));
  }

  private static List<Convention> load() {
    try (InputStream in =
            Objects.requireNonNull(Conventions.class.getResourceAsStream("conventions.txt"));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).map(Conventions::row).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("conventions.txt is part of the program", e);
    }
  }

  private static Convention row(String line) {
    String[] parts = line.split("\\s+", 3);
    Form form = Form.valueOf(parts[1].toUpperCase(Locale.ROOT));
    return Convention.of(Signal.valueOf(parts[0]), form, parts[2].strip());
  }
}
