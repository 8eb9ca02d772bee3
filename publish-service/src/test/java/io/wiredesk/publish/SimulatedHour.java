package io.wiredesk.publish;

import io.wiredesk.publish.gate.ReferenceModel;
import io.wiredesk.schemas.EditorNote;
import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.OrderAction;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.Signal;
import io.wiredesk.schemas.TextValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A newsroom's hour, drawn by chance from a seed: what the agencies and the editors do, and by the
 * reference model what of it may be read at each moment. Each revision bears a word of its own
 * wherever copy can stand. One thread.
 */
final class SimulatedHour {

  private static final String PROVIDER = "AGY";
  private final Random random;
  private final Pipeline pipeline;
  private final List<Story> all = new ArrayList<>();
  private final TreeMap<Long, List<Runnable>> later = new TreeMap<>();
  private final Consumer<String> check;
  private Instant now;
  private int made;
  private int notices;

  /** An item and what the model knows of it. */
  private static final class Story {
    final String uri;
    final int number;
    final ReferenceModel model = new ReferenceModel();
    final List<NewsItem> sent = new ArrayList<>();
    int version;
    String shown = "nothing";
    @Nullable String shownBefore;
    String lastPublic = "";
    String lastPublicBefore = "";

    Story(String uri, int number) {
      this.uri = uri;
      this.number = number;
    }
  }

  /**
   * An hour.
   *
   * @param check called after everything that happens, with a sentence that says what
   */
  SimulatedHour(long seed, Pipeline pipeline, Instant start, Consumer<String> check) {
    this.random = new Random(seed);
    this.pipeline = pipeline;
    this.now = start;
    this.check = check;
  }

  /** The clock goes on: what was to come later comes now, then {@code births} and some changes. */
  void step(Instant then, int births) {
    now = then;
    pipeline.until(then);
    all.forEach(this::look);
    check.accept("the clock");
    while (!later.isEmpty() && later.firstKey() <= now.toEpochMilli()) {
      later.pollFirstEntry().getValue().forEach(Runnable::run);
    }
    for (int i = 0; i < births; i++) {
      birth();
    }
    for (int i = 0; i < 4 && !all.isEmpty(); i++) {
      change(all.get(random.nextInt(all.size())));
    }
  }

  /** True if the word of that revision may be read now. */
  boolean mayBeRead(int number, int version) {
    if (number >= all.size()) {
      return false;
    }
    Story story = all.get(number);
    String that = "PUBLISHED " + version;
    boolean isPublic = story.shown.startsWith("PUBLISHED");
    return story.shown.equals(that) || (isPublic && that.equals(story.shownBefore));
  }

  /** True if that revision was the last public one: a state that takes it back may name it. */
  boolean mayBeNamed(int number, int version) {
    Story story = number < all.size() ? all.get(number) : null;
    String that = "PUBLISHED " + version;
    return story != null && (that.equals(story.lastPublic) || that.equals(story.lastPublicBefore));
  }

  int items() {
    return all.size();
  }

  String uri(int number) {
    return all.get(number).uri;
  }

  private void birth() {
    Story story = new Story("urn:hour:" + all.size(), all.size());
    all.add(story);
    NewsItem item = revision(story, Signal.NEW);
    switch (random.nextInt(8)) {
      case 0, 1, 2 -> item.setEmbargoedUntil(soon());
      case 3 -> item.setPubStatus(PubStatus.WITHHELD);
      case 4 -> item.setExpires(soon());
      default -> {}
    }
    deliver(story, item);
  }

  private void change(Story story) {
    switch (random.nextInt(16)) {
      case 0, 1 -> deliver(story, revision(story, Signal.UPDATE));
      case 2 -> deliver(story, revision(story, Signal.CORRECTION));
      case 3, 4 -> embargo(story);
      case 5 -> withhold(story);
      case 6 -> cancel(story);
      case 7 -> deliver(story, revision(story, Signal.NEW));
      case 8 -> again(story.sent.get(random.nextInt(story.sent.size())), story);
      case 9 -> notice(story, OrderAction.KILL);
      case 10 -> notice(story, OrderAction.WITHHOLD);
      case 11 -> notice(story, OrderAction.RELEASE);
      case 12 -> correctionOf(story);
      case 13 -> byHand(story, OrderAction.RELEASE);
      case 14 -> byHand(story, random.nextBoolean() ? OrderAction.KILL : OrderAction.WITHHOLD);
      default -> byHand(story, OrderAction.EMBARGO);
    }
  }

  private void embargo(Story story) {
    NewsItem item = revision(story, Signal.UPDATE);
    item.setEmbargoedUntil(soon());
    deliver(story, item);
  }

  private void withhold(Story story) {
    NewsItem item = revision(story, Signal.UPDATE);
    item.setPubStatus(PubStatus.WITHHELD);
    deliver(story, item);
  }

  private void cancel(Story story) {
    NewsItem item = revision(story, Signal.CANCEL);
    item.setPubStatus(PubStatus.CANCELED);
    deliver(story, item);
  }

  private void correctionOf(Story story) {
    Story correction = new Story("urn:hour:" + all.size(), all.size());
    all.add(correction);
    NewsItem item = revision(correction, Signal.CORRECTION);
    item.setActsOn(List.of(story.uri));
    correction.sent.add(item);
    again(item, correction);
  }

  /** By either lane or both; rarely by the urgent one alone, as after a crash. */
  private void deliver(Story story, NewsItem item) {
    story.sent.add(item);
    int lane = random.nextInt(10);
    if (lane >= 7) {
      ahead(item, story);
    }
    if (lane < 7) {
      again(item, story);
    } else if (lane < 9) {
      atLast(() -> again(item, story));
    }
  }

  private void ahead(NewsItem item, Story story) {
    story.model.receive(item, true, now);
    look(story);
    pipeline.ahead(item);
    check.accept("ahead: " + said(item));
  }

  private void again(NewsItem item, Story story) {
    story.model.receive(item, false, now);
    look(story);
    pipeline.enriched(item);
    check.accept(said(item));
  }

  /** An item that is nothing but an order upon another. */
  private void notice(Story story, OrderAction action) {
    NewsItem notice =
        copy("urn:hour:notice:" + notices, 1_000_000 + notices, 1)
            .setVersionCreated(made())
            .setSignal(
                switch (action) {
                  case KILL -> Signal.CANCEL;
                  case WITHHOLD -> Signal.WITHHOLD;
                  default -> Signal.RELEASE;
                })
            .setActsOn(List.of(story.uri))
            .build();
    notices++;
    boolean goesAhead = action != OrderAction.RELEASE && random.nextBoolean();
    if (goesAhead) {
      story.model.obey(order(story, action, notice, true), now);
      look(story);
      pipeline.ahead(notice);
      check.accept("ahead: notice to " + action + " " + story.uri);
    }
    Runnable rest =
        () -> {
          story.model.obey(order(story, action, notice, false), now);
          look(story);
          pipeline.enriched(notice);
          check.accept("notice to " + action + " " + story.uri);
        };
    if (goesAhead) {
      atLast(rest);
    } else {
      rest.run();
    }
  }

  private void byHand(Story story, OrderAction action) {
    GateOrder order =
        GateOrder.newBuilder()
            .setUri(story.uri)
            .setAction(action)
            .setBy("Ana")
            .setByHand(true)
            .setAt(made())
            .setUntil(action == OrderAction.EMBARGO ? soon() : null)
            .setReason("Because.")
            .build();
    story.model.obey(order, now);
    look(story);
    pipeline.order(order);
    check.accept("by hand " + action + " " + story.uri);
  }

  private static GateOrder order(Story story, OrderAction action, NewsItem by, boolean ahead) {
    return GateOrder.newBuilder()
        .setUri(story.uri)
        .setAction(action)
        .setBy(by.getUri())
        .setProvider(PROVIDER)
        .setAt(by.getVersionCreated())
        .setAhead(ahead)
        .build();
  }

  private void look(Story story) {
    story.model.look(now);
    String shown = story.model.shown();
    if (!shown.equals(story.shown)) {
      story.shownBefore = shown.startsWith("PUBLISHED") ? story.shown : null;
      story.shown = shown;
      if (shown.startsWith("PUBLISHED")) {
        story.lastPublicBefore = story.lastPublic;
        story.lastPublic = shown;
      }
    }
  }

  private void atLast(Runnable rest) {
    long at = now.plusSeconds(1 + random.nextInt(300)).toEpochMilli();
    later.computeIfAbsent(at, key -> new ArrayList<>()).add(rest);
  }

  private NewsItem revision(Story story, Signal signal) {
    story.version++;
    return copy(story.uri, story.number, story.version)
        .setVersionCreated(made())
        .setSignal(signal)
        .build();
  }

  /** Each thing is made a moment after the one before, as the wire's own times say. */
  private Instant made() {
    return now.plusMillis(made++ % 1_000);
  }

  private Instant soon() {
    return now.plusSeconds(random.nextInt(1_200) - 60);
  }

  private static String said(NewsItem item) {
    return item.getUri() + " v" + item.getVersion() + " " + item.getSignal();
  }

  private static NewsItem.Builder copy(String uri, int number, int version) {
    String word = "Qz" + number + "v" + version + "q";
    NewsItem.Builder story = NewsItems.story(uri, version);
    return story
        .setTitle(word)
        .setHeadlines(List.of(new TextValue("main", null, word + " sinks")))
        .setText("The " + word + " sank.")
        .setBodies(List.of(new TextValue(null, "text/html", "<p>The " + word + " sank.</p>")))
        .setBlocks(List.of())
        .setDescriptions(List.of(new TextValue("summary", null, word)))
        .setSlugline(word)
        .setBy("By " + word)
        .setLocated(word)
        .setKeywords(List.of(word))
        .setEdNotes(List.of(new EditorNote(null, word, true)));
  }
}
