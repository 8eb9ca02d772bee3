package io.wiredesk.ingest.reference;

import io.wiredesk.schemas.AltId;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.Signal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves what an item says of another one of the same line. Stateless; the same item and the same
 * history give the same result.
 *
 * <ul>
 *   <li>A kill, hold or release that is an item of its own gets the uri it means in {@code actsOn}:
 *       by the identifiers it names, else by a sequence number or headline in its own headline or
 *       first lines, else by its slug, on its day or one of the two before.
 *   <li>An update or correction whose format carries no identity of its own (IPTC 7901, ANPA 1312,
 *       telex, e-mail) takes the uri of the item that it continues, found in the same way; its own
 *       identifier stays among {@code altIds}.
 *   <li>An update that names one other item by its identifier (NITF's management-doc-idref)
 *       continues that item, unless it was taken back.
 *   <li>A notice about a take means the story that the take went into.
 *   <li>A name that more than one item bears decides nothing. A kill that names nothing known is
 *       {@link Unresolved}: somebody must see it.
 * </ul>
 */
public final class References {

  private static final Set<Signal> NOTICES =
      EnumSet.of(Signal.CANCEL, Signal.WITHHOLD, Signal.RELEASE);
  private static final Set<Signal> CONTINUATIONS =
      EnumSet.of(Signal.UPDATE, Signal.CORRECTION, Signal.WRITETHRU);
  private static final Pattern NUMBER = Pattern.compile("\\b([A-Za-z]{1,5})\\s?-?(\\d{3,5})\\b");
  private static final Pattern MARK =
      Pattern.compile(
          "(?i)^(mandatory |urgent )?(kill|story"
              + " withdrawn|withdrawn|correction|corrected|corrects|update \\d+|update|"
              + "berichtigung|korrektur|achtung|annulation|annule|rectificatif|correctif|anulacion|correccion)\\b[\\s:–-]*");
  private static final int FIRST_LINES = 600;
  private static final int DAYS_BACK = 2;

  /** What came of it. */
  public sealed interface Result {}

  /** The item, as it goes on. */
  public record Resolved(NewsItem item) implements Result {}

  /**
   * A kill that names nothing that is known on this line, or more than one.
   *
   * @param wanted names that it may have meant, so that its story is known if it comes later
   * @param message says what was looked for
   */
  public record Unresolved(NewsItem item, Set<String> wanted, String message) implements Result {}

  /** Names to remember the item by. */
  public Set<String> names(NewsItem item) {
    return Names.of(item);
  }

  /** Resolves the item against what the line has sent before it. */
  public Result resolve(NewsItem item, SentBefore before) {
    if (!item.getActsOn().isEmpty()) {
      return new Resolved(byIdentifier(item, before));
    }
    Set<String> own = before.under(Names.id(item.getUri()));
    if (own.size() == 1 && !own.contains(item.getUri())) {
      return new Resolved(partOf(item, own.iterator().next()));
    }
    Set<String> story = before.under(Names.part(item.getUri()));
    if (story.size() == 1 && NOTICES.contains(item.getSignal())) {
      return new Resolved(withTargets(item, List.copyOf(story)));
    }
    boolean wire = item.getSource().getIdentityRule().equals("wire") && !isMail(item);
    if (!own.isEmpty() || wire) {
      return new Resolved(item); // the wire's own identity says which item this is
    }
    if (NOTICES.contains(item.getSignal())) {
      return resolveNotice(item, candidates(item, before));
    }
    if (CONTINUATIONS.contains(item.getSignal())) {
      Set<String> earlier = candidates(item, before);
      return new Resolved(
          earlier.size() == 1 ? chained(item, earlier.iterator().next(), "name") : item);
    }
    return new Resolved(item);
  }

  /**
   * An item that names others by their identifiers. An update of one known item continues it,
   * unless that one was taken back: then it is a story in its place.
   */
  private static NewsItem byIdentifier(NewsItem item, SentBefore before) {
    List<String> targets = item.getActsOn().stream().map(id -> known(id, before)).toList();
    String first = targets.get(0);
    boolean continues =
        targets.size() == 1
            && (item.getSignal() == Signal.UPDATE || item.getSignal() == Signal.WRITETHRU)
            && !before.under(Names.id(first)).isEmpty()
            && before.under(Names.takenBack(first)).isEmpty()
            && before.under(Names.id(item.getUri())).isEmpty();
    return continues
        ? NewsItem.newBuilder(chained(item, first, "reference")).setActsOn(List.of()).build()
        : withTargets(item, targets);
  }

  /**
   * An item that went on under another uri: it continued that item, or repeated its copy. What is
   * said of it is said of that one.
   */
  private static NewsItem partOf(NewsItem item, String uri) {
    return NOTICES.contains(item.getSignal())
        ? withTargets(item, List.of(uri))
        : chained(item, uri, "reference");
  }

  private static Result resolveNotice(NewsItem item, Set<String> candidates) {
    if (candidates.size() == 1) {
      return new Resolved(withTargets(item, List.copyOf(candidates)));
    }
    if (item.getSignal() != Signal.CANCEL) {
      return new Resolved(item);
    }
    String why =
        candidates.isEmpty()
            ? "names nothing that this line has sent"
            : "may mean any of " + String.join(", ", candidates);
    return new Unresolved(
        item,
        wanted(item),
        "The kill "
            + item.getUri()
            + " (slug "
            + item.getSlugline()
            + ") "
            + why
            + ": find the story it means and kill it by hand.");
  }

  /** Names of the items that this one acts upon and that the line has not sent so far. */
  public Set<String> unknown(NewsItem item, SentBefore before) {
    Set<String> names = new LinkedHashSet<>();
    item.getActsOn().stream()
        .map(Names::id)
        .filter(name -> before.under(name).isEmpty())
        .forEach(names::add);
    return names;
  }

  private static Set<String> wanted(NewsItem item) {
    Set<String> names = new LinkedHashSet<>(numbers(item));
    names.addAll(headlines(item));
    names.addAll(slugs(item));
    names.removeAll(Names.of(item).stream().filter(name -> name.startsWith("id:")).toList());
    return names;
  }

  private static String known(String id, SentBefore before) {
    Set<String> uris = before.under(Names.id(id));
    Set<String> stories = uris.isEmpty() ? before.under(Names.part(id)) : uris;
    return stories.size() == 1 ? stories.iterator().next() : id;
  }

  /** What the item may mean, by the first kind of name that is known at all. */
  private static Set<String> candidates(NewsItem item, SentBefore before) {
    for (List<String> names : List.of(numbers(item), headlines(item), slugs(item))) {
      Set<String> found = new LinkedHashSet<>();
      names.forEach(name -> found.addAll(before.under(name)));
      found.remove(item.getUri());
      if (!found.isEmpty()) {
        return found;
      }
    }
    return Set.of();
  }

  private static List<String> numbers(NewsItem item) {
    Set<String> own = new LinkedHashSet<>();
    item.getAltIds().forEach(alt -> own.add(Names.plain(alt.getValue()).replace(" ", "")));
    List<String> names = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(headline(item) + "\n" + beginning(item));
    while (matcher.find()) {
      String number = (matcher.group(1) + matcher.group(2)).toLowerCase(java.util.Locale.ROOT);
      if (!own.contains(number)) {
        days(item).forEach(day -> names.add(Names.number(number, day)));
      }
    }
    return names;
  }

  private static List<String> headlines(NewsItem item) {
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

  private static List<String> slugs(NewsItem item) {
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

  private static boolean isMail(NewsItem item) {
    return item.getSource().getFormat().equals("email");
  }

  private static NewsItem withTargets(NewsItem item, List<String> targets) {
    return NewsItem.newBuilder(item).setActsOn(targets.stream().distinct().toList()).build();
  }

  private static NewsItem chained(NewsItem item, String uri, String by) {
    List<AltId> altIds = new ArrayList<>(item.getAltIds());
    altIds.add(new AltId("transmission", item.getUri()));
    NewsItem chained = NewsItem.newBuilder(item).setUri(uri).setAltIds(altIds).build();
    chained.getSource().setIdentityRule(item.getSource().getIdentityRule() + "+continues-by-" + by);
    return chained;
  }
}
