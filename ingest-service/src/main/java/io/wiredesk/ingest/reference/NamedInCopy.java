package io.wiredesk.ingest.reference;

import io.wiredesk.schemas.NewsItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a notice says in its copy of the item that it means: numbers, headlines, slugs, on its day
 * or one of the two before, as {@link Names} writes them. Stateless.
 */
final class NamedInCopy {

  private static final Pattern NUMBER = Pattern.compile("\\b([A-Za-z]{1,5})\\s?-?(\\d{3,5})\\b");
  private static final Pattern MARK =
      Pattern.compile(
          "(?i)^(mandatory |urgent )?(kill|story"
              + " withdrawn|withdrawn|correction|corrected|corrects|update \\d+|update|"
              + "berichtigung|korrektur|achtung|annulation|annule|rectificatif|correctif|anulacion|correccion)\\b[\\s:–-]*");

  /** How a number looks where the kill itself has none to compare with. */
  private static final Pattern BARE = Pattern.compile("[a-z]{1,3}0\\d{2,4}");

  private static final int FIRST_LINES = 600;
  private static final int DAYS_BACK = 2;

  /** What people call what the kill named: without kind and day, each once. */
  static List<String> spoken(Set<String> names) {
    return names.stream()
        .map(name -> name.substring(name.indexOf(':') + 1).replaceAll("\\|[0-9-]+$", ""))
        .filter(name -> !name.isBlank())
        .distinct()
        .toList();
  }

  /** Numbers such as the line gives to its own copy, under which nothing is known. */
  static List<String> unseenNumbers(NewsItem item, SentBefore before) {
    Set<String> own = new LinkedHashSet<>();
    item.getAltIds().forEach(alt -> own.add(Names.plain(alt.getValue()).replace(" ", "")));
    Set<String> shapes = new LinkedHashSet<>();
    own.forEach(number -> shapes.add(shape(number)));
    List<String> unseen = new ArrayList<>();
    for (String number : named(item, own)) {
      List<String> names = days(item).stream().map(day -> Names.number(number, day)).toList();
      boolean isOfLine =
          shapes.isEmpty() ? BARE.matcher(number).matches() : shapes.contains(shape(number));
      if (isOfLine && names.stream().allMatch(name -> before.under(name).isEmpty())) {
        unseen.addAll(names);
      }
    }
    return unseen;
  }

  private static String shape(String number) {
    return number.replaceAll("\\p{L}", "a").replaceAll("\\p{N}", "0");
  }

  static Set<String> wanted(NewsItem item) {
    Set<String> names = new LinkedHashSet<>(numbers(item));
    names.addAll(headlines(item));
    names.addAll(slugs(item));
    names.removeAll(Names.of(item).stream().filter(name -> name.startsWith("id:")).toList());
    return names;
  }

  static List<String> numbers(NewsItem item) {
    Set<String> own = new LinkedHashSet<>();
    item.getAltIds().forEach(alt -> own.add(Names.plain(alt.getValue()).replace(" ", "")));
    List<String> names = new ArrayList<>();
    for (String number : named(item, own)) {
      days(item).forEach(day -> names.add(Names.number(number, day)));
    }
    return names;
  }

  /** Numbers that stand in headline and first lines, without the item's own. */
  private static Set<String> named(NewsItem item, Set<String> own) {
    Set<String> named = new LinkedHashSet<>();
    Matcher matcher = NUMBER.matcher(headline(item) + "\n" + beginning(item));
    while (matcher.find()) {
      named.add((matcher.group(1) + matcher.group(2)).toLowerCase(Locale.ROOT));
    }
    named.removeAll(own);
    return named;
  }

  static List<String> headlines(NewsItem item) {
    List<String> names = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    lines.add(headline(item));
    beginning(item).lines().forEach(lines::add);
    for (String line : lines) {
      String bare = Names.plain(MARK.matcher(line.strip()).replaceFirst(""));
      days(item).forEach(day -> names.add(Names.headline(bare, day)));
    }
    return names;
  }

  static List<String> slugs(NewsItem item) {
    String slug = item.getSlugline();
    return slug == null
        ? List.of()
        : days(item).stream().map(day -> Names.slug(slug, day)).toList();
  }

  private static List<LocalDate> days(NewsItem item) {
    LocalDate day = Names.day(item.getVersionCreated());
    List<LocalDate> days = new ArrayList<>();
    for (int back = 0; back <= DAYS_BACK; back++) {
      days.add(day.minusDays(back));
    }
    return days;
  }

  private static String headline(NewsItem item) {
    return item.getHeadlines().isEmpty() ? "" : item.getHeadlines().get(0).getValue();
  }

  private static String beginning(NewsItem item) {
    String text = item.getText();
    return text.length() > FIRST_LINES ? text.substring(0, FIRST_LINES) : text;
  }

  private NamedInCopy() {}
}
