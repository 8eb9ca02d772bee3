package io.wiredesk.ingest.take;

import io.wiredesk.schemas.AltId;
import io.wiredesk.schemas.EditorNote;
import io.wiredesk.schemas.JoinedRaw;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.Signal;
import io.wiredesk.schemas.Source;
import io.wiredesk.schemas.Take;
import io.wiredesk.schemas.TakenStory;
import io.wiredesk.schemas.TextValue;
import io.wiredesk.wire.normalise.identity.LeadNumbers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One item from the takes of a story: copy in their order, what else they say added up, the
 * strictest of their restrictions, and each raw record named in {@code source.joined}. Its uri is
 * that of the first take that was there when it first went on; the others' are among its {@code
 * altIds}. Stateless; the same takes give the same item.
 */
public final class JoinedStory {

  private JoinedStory() {}

  /**
   * @param story with at least one take
   */
  public static NewsItem of(TakenStory story) {
    List<NewsItem> parts =
        inOrder(story).stream().map(Take::getItem).collect(Collectors.toCollection(ArrayList::new));
    NewsItem base = parts.get(0);
    TakeCopy copy = TakeCopy.joined(inOrder(story));
    NewsItem.Builder joined = NewsItem.newBuilder(base);
    identify(joined, story, parts);
    restrict(joined, parts);
    title(joined, base);
    joined.setText(copy.text()).setBlocks(copy.blocks()).setBodies(copy.bodies());
    joined.setDescriptions(union(parts, NewsItem::getDescriptions));
    joined.setSubjects(union(parts, NewsItem::getSubjects));
    joined.setPlaces(union(parts, NewsItem::getPlaces));
    joined.setPeople(union(parts, NewsItem::getPeople));
    joined.setOrganisations(union(parts, NewsItem::getOrganisations));
    joined.setGenres(union(parts, NewsItem::getGenres));
    joined.setInfoSources(union(parts, NewsItem::getInfoSources));
    joined.setKeywords(union(parts, NewsItem::getKeywords));
    joined.setAssociations(union(parts, NewsItem::getAssociations));
    joined.setRenditions(union(parts, NewsItem::getRenditions));
    joined.setEdNotes(notes(story, parts));
    joined.setSource(source(story, parts));
    return joined.build();
  }

  /** The takes that count, one of each number: the one that came last. */
  private static List<Take> inOrder(TakenStory story) {
    TreeMap<Integer, Take> takes = new TreeMap<>();
    story.getTakes().forEach(take -> takes.put(take.getNumber(), take));
    return List.copyOf(takes.values());
  }

  private static void identify(NewsItem.Builder joined, TakenStory story, List<NewsItem> parts) {
    NewsItem base = parts.get(0);
    String uri = story.getUri() == null ? base.getUri() : story.getUri();
    Set<AltId> altIds = new LinkedHashSet<>(union(parts, NewsItem::getAltIds));
    story.getTakes().stream()
        .map(take -> take.getItem().getUri())
        .filter(other -> !other.equals(uri))
        .forEach(other -> altIds.add(new AltId("take", other)));
    long newest = parts.stream().mapToLong(NewsItem::getRevision).max().orElseThrow();
    joined
        .setUri(uri)
        .setAltIds(List.copyOf(altIds))
        .setRevision(Math.max(newest, story.getRevision() + 1))
        .setVersionCreated(latest(parts, NewsItem::getVersionCreated))
        .setSignal(signal(story, base));
  }

  private static Signal signal(TakenStory story, NewsItem base) {
    if (story.getUri() != null) {
      return Signal.UPDATE;
    }
    boolean counts = base.getSignal() == Signal.TAKE || base.getSignal() == Signal.ADD;
    if (!counts) {
      return base.getSignal();
    }
    List<String> texts =
        Stream.of(base.getTitle(), base.getSlugline()).filter(Objects::nonNull).toList();
    return LeadNumbers.of(texts).isPresent() ? Signal.UPDATE : Signal.NEW;
  }

  private static void restrict(NewsItem.Builder joined, List<NewsItem> parts) {
    joined
        .setPubStatus(
            parts.stream()
                .map(NewsItem::getPubStatus)
                .max(Comparator.comparingInt(PubStatus::ordinal))
                .orElseThrow())
        .setEmbargoedUntil(
            present(parts, NewsItem::getEmbargoedUntil).max(Comparator.naturalOrder()).orElse(null))
        .setExpires(
            present(parts, NewsItem::getExpires).min(Comparator.naturalOrder()).orElse(null))
        .setUrgency(
            present(parts, NewsItem::getUrgency).min(Comparator.naturalOrder()).orElse(null));
  }

  private static void title(NewsItem.Builder joined, NewsItem base) {
    joined.setTitle(plain(base.getTitle())).setSlugline(plain(base.getSlugline()));
    List<TextValue> headlines = new ArrayList<>();
    for (TextValue headline : base.getHeadlines()) {
      String bare = TakeMarks.without(headline.getValue());
      headlines.add(
          bare.isEmpty() ? headline : TextValue.newBuilder(headline).setValue(bare).build());
    }
    joined.setHeadlines(headlines);
  }

  private static @Nullable String plain(@Nullable String text) {
    String bare = text == null ? "" : TakeMarks.without(text);
    return bare.isEmpty() ? text : bare;
  }

  private static List<EditorNote> notes(TakenStory story, List<NewsItem> parts) {
    List<EditorNote> notes = new ArrayList<>();
    union(parts, NewsItem::getEdNotes).stream()
        .filter(note -> !"takekey".equals(note.getRole()))
        .forEach(notes::add);
    String missing = missing(story);
    if (!missing.isEmpty()) {
      notes.add(new EditorNote("takes", missing, true));
    }
    return notes;
  }

  /** What has not come, one sentence; empty where nothing is missing. */
  static String missing(TakenStory story) {
    Set<Integer> there = story.getTakes().stream().map(Take::getNumber).collect(Collectors.toSet());
    int highest = there.stream().mapToInt(Integer::intValue).max().orElse(0);
    int expected = Math.max(story.getTotal(), highest);
    String gaps =
        IntStream.rangeClosed(1, expected)
            .filter(number -> !there.contains(number))
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "));
    if (!gaps.isEmpty()) {
      return "The text is not complete: of " + expected + " takes these are missing: " + gaps + ".";
    }
    return story.getTotal() == 0
        ? "The text may not be complete: take " + highest + " said that more follows."
        : "";
  }

  private static Source source(TakenStory story, List<NewsItem> parts) {
    List<JoinedRaw> joined = new ArrayList<>();
    for (Take take : story.getTakes()) {
      Source of = take.getItem().getSource();
      joined.add(
          JoinedRaw.newBuilder()
              .setTake(take.getNumber())
              .setUri(take.getItem().getUri())
              .setSourceName(of.getSourceName())
              .setReceivedAt(of.getReceivedAt())
              .setSha256(of.getSha256())
              .setRawTopic(of.getRawTopic())
              .setRawPartition(of.getRawPartition())
              .setRawOffset(of.getRawOffset())
              .setIndexInRaw(of.getIndexInRaw())
              .build());
    }
    Set<String> repairs = new LinkedHashSet<>();
    parts.forEach(part -> repairs.addAll(part.getSource().getRepairs()));
    return Source.newBuilder(parts.get(0).getSource())
        .setJoined(joined)
        .setRepairs(new ArrayList<>(repairs))
        .build();
  }

  private static Instant latest(List<NewsItem> parts, Function<NewsItem, Instant> time) {
    return parts.stream().map(time).max(Comparator.naturalOrder()).orElseThrow();
  }

  private static <T> Stream<T> present(List<NewsItem> parts, Function<NewsItem, @Nullable T> get) {
    return parts.stream().map(get).filter(Objects::nonNull).map(Objects::requireNonNull);
  }

  private static <T> List<T> union(List<NewsItem> parts, Function<NewsItem, List<T>> get) {
    return parts.stream().flatMap(part -> get.apply(part).stream()).distinct().toList();
  }
}
