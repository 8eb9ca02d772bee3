package io.wiredesk.ingest.topology;

import io.wiredesk.ingest.take.JoinedStory;
import io.wiredesk.ingest.take.TakeMark;
import io.wiredesk.ingest.take.TakeMarks;
import io.wiredesk.schemas.Duplicate;
import io.wiredesk.schemas.DuplicateKind;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.Take;
import io.wiredesk.schemas.TakenStory;
import io.wiredesk.schemas.TrailEntry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the takes of a story until all have come, or until the time for it is over, and lets one
 * item go on in their place; everything else passes at once, so that a story that waits holds
 * nothing up. A take that comes later makes an update of the item. Copy of urgency 1 and 2 does not
 * wait: its first take goes on at once, each further one is an update. Before re-keying, where a
 * feed's records are together. Used by one stream thread.
 */
final class JoinTakes implements Processor<String, Outcome, String, Outcome> {

  private static final Logger LOG = LoggerFactory.getLogger(JoinTakes.class);
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** For so long after a story went on, a take of it that comes late is an update. */
  static final Duration LATE = Duration.ofHours(6);

  /** Takes of one story, and characters of copy: a story with more goes on and is forgotten. */
  private static final int MOST_TAKES = 50;

  private static final int MOST_COPY = 1_000_000;

  private static final int URGENT = 2;

  private final ParseTopology settings;
  private ProcessorContext<String, Outcome> context;
  private StoriesInTakes stories;

  @SuppressWarnings("NullAway.Init") // Streams calls init first
  JoinTakes(ParseTopology settings) {
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<String, Outcome> context) {
    this.context = context;
    this.stories =
        new StoriesInTakes(context.getStateStore(ParseTopology.STORIES), settings.account());
    var forever =
        context.schedule(
            LOOK,
            PunctuationType.WALL_CLOCK_TIME,
            now -> stories.due(now).forEach(key -> timeOut(key, now)));
    assert forever != null;
  }

  @Override
  public void process(Record<String, Outcome> record) {
    Optional<TakeMark> mark =
        record.value() instanceof Outcome.Item outcome
            ? TakeMarks.of(outcome.item())
            : Optional.empty();
    if (mark.isEmpty()) {
      context.forward(record);
    } else {
      take(record, ((Outcome.Item) record.value()).item(), mark.get());
    }
  }

  private void take(Record<String, Outcome> record, NewsItem item, TakeMark mark) {
    String key = record.key() + "\n" + mark.story();
    TakenStory story = stories.get(key);
    if (story != null && startsAnother(story, item, mark)) {
      goOn(key, story, record.key());
      stories.forget(key);
      story = null;
    }
    if (story == null && standsAlone(mark, item)) {
      context.forward(record);
      return;
    }
    TakenStory known = story == null ? begin(record.key(), item) : story;
    Optional<Take> before = sameCopy(known, item, mark);
    if (before.isPresent()) {
      repeat(record, item, before.get());
      return;
    }
    add(known, item, mark);
    stories.put(key, known);
    if (known.getUri() != null || isComplete(known) || isDue(known)) {
      goOn(key, known, record.key());
    }
    if (isFull(known)) {
      goOn(key, known, record.key());
      stories.forget(key);
    }
    stories.overflowing().forEach(oldest -> timeOut(oldest, context.currentSystemTimeMs()));
  }

  /** An add without anything that it continues, the only take of its story, or a book. */
  private static boolean standsAlone(TakeMark mark, NewsItem item) {
    return mark.addition() || mark.total() == 1 || item.getText().length() > MOST_COPY;
  }

  /** Another first take with another headline: slugs are shared by stories. */
  private static boolean startsAnother(TakenStory story, NewsItem item, TakeMark mark) {
    return mark.number() == 1
        && story.getTakes().stream()
            .filter(take -> take.getNumber() == 1)
            .anyMatch(take -> !take.getItem().getHeadlines().equals(item.getHeadlines()));
  }

  private TakenStory begin(String feed, NewsItem item) {
    boolean urgent = item.getUrgency() != null && item.getUrgency() <= URGENT;
    long wait = urgent ? 0 : settings.takesWait(feed).toMillis();
    return TakenStory.newBuilder()
        .setUntil(java.time.Instant.ofEpochMilli(context.currentSystemTimeMs() + wait))
        .build();
  }

  private static Optional<Take> sameCopy(TakenStory story, NewsItem item, TakeMark mark) {
    return story.getTakes().stream()
        .filter(take -> take.getNumber() == mark.number())
        .filter(take -> take.getItem().getText().equals(item.getText()))
        .findFirst();
  }

  private void repeat(Record<String, Outcome> record, NewsItem item, Take before) {
    NewsItem first = before.getItem();
    List<Duplicate> duplicates =
        Repetitions.ofItem(
            DuplicateKind.SAME_COPY, item, first.getUri(), Repetitions.id(first.getSource()));
    settings.account().duplicate(duplicates.get(0));
    duplicates.forEach(one -> context.forward(record.withValue(new Outcome.Repeat(one))));
  }

  private static void add(TakenStory story, NewsItem item, TakeMark mark) {
    List<Take> takes = story.getTakes();
    int at = 0;
    while (at < takes.size() && takes.get(at).getNumber() <= mark.number()) {
      at++;
    }
    takes.add(at, new Take(mark.number(), mark.more(), item));
    if (mark.isLast() || mark.total() > 0) {
      story.setTotal(Math.max(mark.total(), mark.number()));
    }
  }

  private static boolean isComplete(TakenStory story) {
    long numbers = story.getTakes().stream().mapToInt(Take::getNumber).distinct().count();
    return story.getTotal() > 0 && numbers >= story.getTotal();
  }

  private static boolean isFull(TakenStory story) {
    int copy = story.getTakes().stream().mapToInt(take -> take.getItem().getText().length()).sum();
    return story.getTakes().size() >= MOST_TAKES || copy > MOST_COPY;
  }

  private boolean isDue(TakenStory story) {
    return story.getUntil().toEpochMilli() <= context.currentSystemTimeMs();
  }

  private void timeOut(String key, long now) {
    TakenStory story = stories.get(key);
    if (story == null || story.getUri() != null) {
      stories.forget(key);
      return;
    }
    LOG.warn(
        "Takes of \"{}\" over feed {} did not all come in time: what came goes on.",
        key.substring(key.indexOf('\n') + 1),
        feed(key));
    goOn(key, story, feed(key));
  }

  /** What there is goes on; as an update where something went on before. */
  private void goOn(String key, TakenStory story, String feed) {
    int fresh = stories.waitingOf(key);
    if (fresh == 0) {
      return;
    }
    NewsItem item = JoinedStory.of(story);
    NewsItem last = story.getTakes().get(story.getTakes().size() - 1).getItem();
    item.setTrail(trail(story));
    story.setUri(item.getUri());
    story.setRevision(item.getRevision());
    story.setUntil(java.time.Instant.ofEpochMilli(context.currentSystemTimeMs() + LATE.toMillis()));
    stories.wentOn(key, story);
    settings.account().joined(feed, fresh);
    context.forward(
        new Record<>(
            feed, new Outcome.Item(item), last.getTrail().get(0).getEmitted().toEpochMilli()));
  }

  /** From when the first take was in until now. */
  private List<TrailEntry> trail(TakenStory story) {
    List<TrailEntry> first = story.getTakes().get(0).getItem().getTrail();
    TrailEntry parsed =
        TrailEntry.newBuilder(first.get(1)).setEmitted(settings.clock().instant()).build();
    return List.of(first.get(0), parsed);
  }

  private static String feed(String key) {
    return key.substring(0, key.indexOf('\n'));
  }

  @Override
  public void close() {
    stories.close();
  }
}
