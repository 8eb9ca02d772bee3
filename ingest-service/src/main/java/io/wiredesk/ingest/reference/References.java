package io.wiredesk.ingest.reference;

import io.wiredesk.schemas.AltId;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.Signal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
 *   <li>A notice about a take means the story that the take went into; one about a NewsItem that
 *       came in several languages means all of them.
 *   <li>A name that more than one item bears decides nothing, nor does a slug or headline beside a
 *       number of the line that is not known so far. A kill that names nothing known for certain is
 *       {@link Unresolved}: somebody must see it.
 * </ul>
 */
public final class References {

  private static final Set<Signal> NOTICES =
      EnumSet.of(Signal.CANCEL, Signal.WITHHOLD, Signal.RELEASE);
  private static final Set<Signal> CONTINUATIONS =
      EnumSet.of(Signal.UPDATE, Signal.CORRECTION, Signal.WRITETHRU);

  /** What came of it. */
  public sealed interface Result {}

  /** The item, as it goes on. */
  public record Resolved(NewsItem item) implements Result {}

  /**
   * A kill that names nothing that is known on this line, or more than one.
   *
   * @param wanted names that it may have meant, so that its story is known if it comes later
   * @param unseen those of them under which nothing is known, whatever its story's date
   * @param candidates uris of the items known under its names; empty where there are none
   * @param message says what was looked for
   */
  public record Unresolved(
      NewsItem item, Set<String> wanted, Set<String> unseen, Set<String> candidates, String message)
      implements Result {}

  /** Names to remember the item by. */
  public Set<String> names(NewsItem item) {
    return Names.of(item);
  }

  /** Resolves the item against what the line has sent before it. */
  public Result resolve(NewsItem item, SentBefore before) {
    if (!item.getActsOn().isEmpty()) {
      NewsItem acting = byIdentifier(item, before);
      return namesNobody(acting, before)
          ? unresolved(acting, Set.of(), before)
          : new Resolved(acting);
    }
    Set<String> own = before.under(Names.id(item.getUri()));
    if (own.size() == 1 && !own.contains(item.getUri())) {
      return new Resolved(partOf(item, own.iterator().next()));
    }
    Set<String> story = before.under(Names.part(item.getUri()));
    if (!story.isEmpty() && NOTICES.contains(item.getSignal())) {
      return new Resolved(withTargets(item, List.copyOf(story)));
    }
    boolean wire = item.getSource().getIdentityRule().equals("wire") && !isMail(item);
    if (!own.isEmpty() || wire) {
      return new Resolved(item); // the wire's own identity says which item this is
    }
    if (NOTICES.contains(item.getSignal())) {
      return resolveNotice(item, before);
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

  private static Result resolveNotice(NewsItem item, SentBefore before) {
    Set<String> candidates = candidates(item, before);
    boolean isKill = item.getSignal() == Signal.CANCEL;
    boolean certain = candidates.size() == 1 && (!isKill || bearsANumber(item, before));
    if (certain) {
      return new Resolved(withTargets(item, List.copyOf(candidates)));
    }
    return isKill ? unresolved(item, candidates, before) : new Resolved(item);
  }

  /** False where it names a number of the line that is not known, though a slug or headline is. */
  private static boolean bearsANumber(NewsItem item, SentBefore before) {
    boolean byNumber =
        NamedInCopy.numbers(item).stream().anyMatch(name -> !before.under(name).isEmpty());
    return byNumber || NamedInCopy.unseenNumbers(item, before).isEmpty();
  }

  /** A kill, no revision of anything known, of identifiers that the line has not sent. */
  private static boolean namesNobody(NewsItem item, SentBefore before) {
    return item.getSignal() == Signal.CANCEL
        && before.under(Names.id(item.getUri())).isEmpty()
        && item.getActsOn().stream().allMatch(id -> before.under(Names.id(id)).isEmpty());
  }

  private static Unresolved unresolved(NewsItem item, Set<String> candidates, SentBefore before) {
    Set<String> wanted = NamedInCopy.wanted(item);
    item.getActsOn().forEach(id -> wanted.add(Names.id(id)));
    Set<String> unseen = new LinkedHashSet<>(candidates.isEmpty() ? wanted : Set.of());
    unseen.addAll(NamedInCopy.unseenNumbers(item, before));
    String why =
        candidates.isEmpty()
            ? "names nothing that this line has sent"
            : "may mean any of " + String.join(", ", candidates);
    return new Unresolved(
        item,
        wanted,
        unseen,
        candidates,
        "The kill "
            + item.getUri()
            + " (slug "
            + item.getSlugline()
            + ") "
            + why
            + ": find the story it means and kill it by hand.");
  }

  /** What people call names that a kill looked for. */
  public static List<String> spoken(Set<String> names) {
    return NamedInCopy.spoken(names);
  }

  /**
   * Names of the items that this one acts upon and that the line has not sent so far: identifiers,
   * numbers of the line where the wire has no identity of its own, and the item itself where it is
   * told from its other revisions by its date alone.
   */
  public Set<String> unknown(NewsItem item, SentBefore before) {
    Set<String> names = new LinkedHashSet<>();
    item.getActsOn().stream()
        .map(Names::id)
        .filter(name -> before.under(name).isEmpty())
        .forEach(names::add);
    if (!item.getSource().getIdentityRule().equals("wire")) {
      names.addAll(NamedInCopy.unseenNumbers(item, before));
    }
    boolean byDate = item.getRevision() == item.getVersionCreated().toEpochMilli();
    if (byDate && before.under(Names.id(item.getUri())).isEmpty()) {
      names.add(Names.id(item.getUri()));
    }
    return names;
  }

  private static String known(String id, SentBefore before) {
    Set<String> uris = before.under(Names.id(id));
    Set<String> stories = uris.isEmpty() ? before.under(Names.part(id)) : uris;
    return stories.size() == 1 ? stories.iterator().next() : id;
  }

  /** What the item may mean, by the first kind of name that is known at all. */
  private static Set<String> candidates(NewsItem item, SentBefore before) {
    for (List<String> names :
        List.of(NamedInCopy.numbers(item), NamedInCopy.headlines(item), NamedInCopy.slugs(item))) {
      Set<String> found = new LinkedHashSet<>();
      names.forEach(name -> found.addAll(before.under(name)));
      found.remove(item.getUri());
      if (!found.isEmpty()) {
        return found;
      }
    }
    return Set.of();
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
