package io.wiredesk.enrich.entity.gazetteer;

import io.wiredesk.enrich.entity.gazetteer.Known.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an article says beside a place's name about where it is: "Perth, Scotland", "Hyderabad in
 * southern Pakistan", "the French city of Brest", "Oaxaca state". What is said once holds for the
 * name in the whole article. Immutable.
 */
final class Surroundings {
  /**
   * Where a name is said to be.
   *
   * @param country ISO 3166-1 code
   * @param region GeoNames code of the subdivision, "" for anywhere in the country
   */
  record Within(String country, String region) {}

  private static final int REACH = 90;
  private static final String NAME = "\\p{Lu}[\\p{L}\\p{M}.'’-]*";
  private static final String NAMES =
      NAME + "(?: (?:of|and|the|de|del) " + NAME + "| " + NAME + "){0,3}";
  private static final String SIDE =
      "(?:(?:north|south|east|west|central|upper|lower|mid|far|rural)[a-z-]*,? (?:and )?)*";
  private static final Pattern AFTER =
      Pattern.compile(
          "\\G(?:,\\s+(?:in\\s+)?|\\s+in\\s+|\\s*\\()(?:the )?" + SIDE + "(" + NAMES + ")");
  private static final Pattern BEFORE =
      Pattern.compile(
          "("
              + NAMES
              + ")(?:['’]s)? (?:[a-z-]+ ){0,2}"
              + "(?:city|town|capital|port|resort|village|province|state|region|district|suburb|island)"
              + "(?: city| town)?,? (?:of )?$");

  private final Map<String, Within> said = new HashMap<>();
  private final Set<String> divisions = new HashSet<>();
  private final Set<String> others = new HashSet<>();
  private final Gazetteer gazetteer;

  Surroundings(Gazetteer gazetteer, String text, List<Context.Mentioned> places) {
    this.gazetteer = gazetteer;
    for (Context.Mentioned m : places) {
      String key = Spelling.key(m.name());
      if (isCountry(m.name())) continue;
      Within within = after(text, m);
      if (within == null) within = before(text, m);
      if (within != null) said.putIfAbsent(key, within);
      if (isDivision(text, m.end())) divisions.add(key);
      else others.add(key);
    }
  }

  private boolean isCountry(String name) {
    List<Known> found = gazetteer.find(name);
    return !found.isEmpty() && found.size() == 1 && found.get(0).kind() == Kind.COUNTRY;
  }

  private @Nullable Within after(String text, Context.Mentioned m) {
    if (m.end() >= text.length() || ", (".indexOf(text.charAt(m.end())) < 0) return null;
    Matcher found = AFTER.matcher(text).region(m.end(), Math.min(text.length(), m.end() + REACH));
    return found.find() ? within(found.group(1)) : null;
  }

  private @Nullable Within before(String text, Context.Mentioned m) {
    String left = text.substring(Math.max(0, m.start() - REACH), m.start());
    if (!left.endsWith(" ")) return null;
    Matcher found = BEFORE.matcher(left);
    if (!found.find()) return null;
    String name = found.group(1);
    int space = -1;
    do {
      String words = name.substring(space + 1);
      String people = gazetteer.demonym(words);
      if (people != null) return new Within(people, "");
      Within within = exactly(words.replaceAll("['’]s$", ""));
      if (within != null) return within;
      space = name.indexOf(' ', space + 1);
    } while (space > 0);
    return null;
  }

  /** The longest beginning of the words that is a country or a part of one. */
  private @Nullable Within within(String words) {
    for (String name = words; !name.isEmpty(); ) {
      Within within = exactly(name);
      if (within == null && name.endsWith("."))
        within = exactly(name.substring(0, name.length() - 1));
      if (within == null) within = exactly(name.replaceAll("['’]s$", ""));
      if (within != null) return within;
      int space = name.lastIndexOf(' ');
      name = space < 0 ? "" : name.substring(0, space);
    }
    return null;
  }

  private @Nullable Within exactly(String name) {
    for (Known k : gazetteer.abbreviated(name)) return within(k);
    List<Known> found = gazetteer.places(name);
    if (found.isEmpty()) return null;
    Known first = found.get(0);
    if (first.kind() == Kind.COUNTRY || first.kind() == Kind.REGION) return within(first);
    boolean one = found.size() == 1 && first.isRegion();
    return one ? within(first) : null;
  }

  private static @Nullable Within within(Known k) {
    String country = k.country();
    return country == null ? null : new Within(country, k.isRegion() ? k.region() : "");
  }

  private static boolean isDivision(String text, int end) {
    if (end + 2 >= text.length() || text.charAt(end) != ' ') return false;
    int to = end + 1;
    while (to < text.length() && Character.isLetter(text.charAt(to))) to++;
    return Division.isKind(text.substring(end + 1, to));
  }

  /** Where the name is said to be; null where nothing is said. */
  @Nullable Within of(String name) {
    return said.get(Spelling.key(name));
  }

  /** True where the name is called a province or state, whenever it stands. */
  boolean isDivision(String name) {
    String key = Spelling.key(name);
    return divisions.contains(key) && !others.contains(key);
  }
}
