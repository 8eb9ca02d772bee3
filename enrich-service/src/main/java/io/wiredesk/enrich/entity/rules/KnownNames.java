package io.wiredesk.enrich.entity.rules;

import io.wiredesk.enrich.entity.gazetteer.Gazetteer;
import io.wiredesk.enrich.entity.gazetteer.Known;
import io.wiredesk.enrich.entity.gazetteer.Known.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names of the tables in a text of any language: countries by their names in that language, bodies
 * and newsmakers by their Latin names, capitals and cities of a million. For languages without a
 * recogniser: what is not certain is left out. Safe to share between threads.
 */
public final class KnownNames {
  private static final int CITY = 1_000_000;
  private static final int LONGEST = 6;
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}]++(?:[.'’-][\\p{L}\\p{M}\\p{N}]++)*+\\.?");

  private final Gazetteer gazetteer;

  public KnownNames(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** Names within the stretch, in text order, the longest where several begin together. */
  public List<Span> find(String text, int from, int to, String language) {
    Map<String, Known> countries = gazetteer.countries(language);
    List<Span> spans = new ArrayList<>();
    List<int[]> words = words(text, from, to);
    for (int i = 0; i < words.size(); ) {
      int next = i + 1;
      for (int n = Math.min(LONGEST, words.size() - i); n > 0; n--) {
        Span span = match(text, words.get(i)[0], words.get(i + n - 1)[1], countries);
        if (span != null) {
          spans.add(span);
          next = i + n;
          break;
        }
      }
      i = next;
    }
    return isUnspaced(language) ? unspaced(text, from, to, countries) : spans;
  }

  private static List<int[]> words(String text, int from, int to) {
    List<int[]> words = new ArrayList<>();
    Matcher m = WORD.matcher(text).region(from, to);
    while (m.find()) words.add(new int[] {m.start(), m.end()});
    return words;
  }

  private @Nullable Span match(String text, int start, int end, Map<String, Known> countries) {
    String name = text.substring(start, end);
    int cut = name.endsWith(".") ? 1 : 0;
    Known known = known(name, countries);
    if (known == null && cut == 1) known = known(name.substring(0, name.length() - 1), countries);
    else cut = 0;
    return known == null ? null : new Span(start, end - cut, known.type());
  }

  private @Nullable Known known(String name, Map<String, Known> countries) {
    int first = name.codePointAt(0);
    if (Character.isLowerCase(first) || name.length() < 2) return null;
    Known country = countries.get(name);
    if (country != null) return country;
    List<Known> found = gazetteer.find(name);
    if (found.isEmpty() || name.length() < 3) return null;
    Known k = found.get(0);
    return k.kind() == Kind.CITY && k.population() < CITY
            || k.kind() == Kind.REGION && name.length() < 5
        ? null
        : k;
  }

  private static boolean isUnspaced(String language) {
    return switch (language) {
      case "zh", "ja", "th", "km", "lo", "my" -> true;
      default -> false;
    };
  }

  private static List<Span> unspaced(String text, int from, int to, Map<String, Known> countries) {
    List<Span> spans = new ArrayList<>();
    for (int i = from; i < to; ) {
      int end = i;
      for (int n = Math.min(12, to - i); n >= 2 && end == i; n--) {
        if (countries.containsKey(text.substring(i, i + n))) end = i + n;
      }
      if (end > i) spans.add(new Span(i, end, countries.get(text.substring(i, end)).type()));
      i = Math.max(end, i + 1);
    }
    return spans;
  }
}
