package io.wiredesk.ingest.topology;

import io.wiredesk.ingest.reference.Entitlements;
import io.wiredesk.ingest.reference.References;
import io.wiredesk.ingest.reference.SentBefore;
import io.wiredesk.ingest.urgent.Overtaking;
import io.wiredesk.runtime.DeadLetters;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.Duplicate;
import io.wiredesk.schemas.DuplicateKind;
import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.Signal;
import io.wiredesk.schemas.UnresolvedKill;
import io.wiredesk.wire.profile.FeedProfile;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Resolves kills, corrections and updates that name their item by slug, number or headline, against
 * what the same feed sent before; keeps back a story that comes after its kill, and the same copy
 * sent again, unless it may have overtaken. Runs before re-keying, where a feed's records are
 * together. Used by one stream thread.
 */
final class ResolveReferences extends ContextualFixedKeyProcessor<String, Outcome, Outcome> {

  /** Reason of the letter of a kill that names no item for certain. */
  static final String UNRESOLVED = "UNRESOLVED_KILL";

  private static final Logger LOG = LoggerFactory.getLogger(ResolveReferences.class);

  /** Before a name that a kill looked for in vain. */
  private static final String KILLED = "killed:";

  /** Before the uri of such a kill: what it was taken to mean. */
  private static final String FOUND = "found:";

  /** Before a uri: when its first revision was made. */
  private static final String MADE = "made:";

  /** Most items that are withheld because one kill may mean them. */
  private static final int MOST_IN_DOUBT = 3;

  /** Before a uri whose revisions are remembered. */
  private static final String REVISION = "revision:";

  private final ParseTopology settings;
  private final References references = new References();
  private Memory sent;
  private Copies copies;

  @SuppressWarnings("NullAway.Init") // Streams calls init first
  ResolveReferences(ParseTopology settings) {
    this.settings = settings;
  }

  @Override
  public void init(FixedKeyProcessorContext<String, Outcome> context) {
    super.init(context);
    this.sent = Memory.in(context, ParseTopology.SENT_BEFORE, settings.windows().repetitions());
    this.copies =
        new Copies(
            Memory.in(context, ParseTopology.SENT_COPIES, settings.windows().repetitions()),
            settings.windows().copies());
  }

  @Override
  public void process(FixedKeyRecord<String, Outcome> record) {
    if (!(record.value() instanceof Outcome.Item outcome)) {
      context().forward(record);
      return;
    }
    References.Result result =
        Overtaking.keepsItsUri(outcome.item())
            ? new References.Resolved(outcome.item())
            : references.resolve(outcome.item(), sentBefore(record));
    if (result instanceof References.Resolved resolved) {
      boolean chained = !resolved.item().getUri().equals(outcome.item().getUri());
      goOn(record, chained ? after(record, resolved.item()) : resolved.item());
    } else if (result instanceof References.Unresolved unresolved) {
      leaveOpen(record, unresolved);
    }
  }

  /**
   * The kill ends as a dead letter, and what it may mean is kept back: what was made before it by
   * an order to the gate, what is still to come when it comes.
   */
  private void leaveOpen(FixedKeyRecord<String, Outcome> record, References.Unresolved unresolved) {
    NewsItem kill = unresolved.item();
    Set<String> seen = new LinkedHashSet<>(unresolved.wanted());
    seen.removeAll(unresolved.unseen());
    awaitStory(record, seen, kill, false);
    awaitStory(record, unresolved.unseen(), kill, true);
    List<String> before =
        unresolved.candidates().stream().filter(uri -> isMadeBefore(record, uri, kill)).toList();
    boolean held = !before.isEmpty() && before.size() <= MOST_IN_DOUBT;
    if (held) {
      before.forEach(uri -> order(record, LateKills.inDoubt(uri, kill, profile(kill))));
    }
    if (!kill.getActsOn().isEmpty()) {
      remember(record, kill, kill.getUri());
      kill.getActsOn().forEach(uri -> order(record, LateKills.elsewhere(uri, kill, profile(kill))));
    }
    context()
        .forward(
            record.withValue(new Outcome.Letter(letter(unresolved, held ? before : List.of()))));
  }

  private void order(FixedKeyRecord<String, Outcome> record, GateOrder order) {
    context().forward(record.withValue(new Outcome.Order(order)));
  }

  /** Also where nobody remembers when: it was sent before. */
  private boolean isMadeBefore(FixedKeyRecord<String, Outcome> record, String uri, NewsItem kill) {
    String made = sent.latest(key(record, MADE + uri), record.timestamp());
    return made == null || Long.parseLong(made) <= kill.getVersionCreated().toEpochMilli();
  }

  private void goOn(FixedKeyRecord<String, Outcome> record, NewsItem item) {
    Optional<Copies.Before> before =
        Overtaking.isFor(item) // it is public already, as the item that it is
            ? Optional.empty()
            : copies.repeated(record.key(), item, record.timestamp());
    if (before.isPresent()) {
      repeat(record, item, before.get());
      return;
    }
    if (item.getSignal() == Signal.CANCEL) {
      awaitStory(record, references.unknown(item, sentBefore(record)), item, true);
    }
    Optional<LateKills.Kill> kill = killedBefore(record, item);
    kill.ifPresent(known -> found(record, known, item));
    NewsItem next = kill.map(known -> LateKills.held(item, known)).orElse(item);
    remember(record, next, next.getUri());
    copies.sent(record.key(), next, record.timestamp());
    Entitlements.state(next, profile(next));
    context().forward(record.withValue(new Outcome.Item(next)));
  }

  private FeedProfile profile(NewsItem item) {
    return settings.reader().profile(item.getSource().getFeed());
  }

  /** An item that continues another comes after what that one had. */
  private NewsItem after(FixedKeyRecord<String, Outcome> record, NewsItem item) {
    long last =
        sent.values(key(record, REVISION + item.getUri()), record.timestamp()).stream()
            .mapToLong(Long::parseLong)
            .max()
            .orElse(-1);
    return NewsItem.newBuilder(item).setRevision(Math.max(item.getRevision(), last + 1)).build();
  }

  /** Remembers a kill by what it may have meant, for the case that its story comes after it. */
  private void awaitStory(
      FixedKeyRecord<String, Outcome> record, Set<String> names, NewsItem item, boolean waits) {
    String kill = new LateKills.Kill(item.getUri(), item.getVersionCreated(), waits).text();
    names.forEach(name -> sent.add(key(record, KILLED + name), kill, record.timestamp()));
  }

  /** A kill that meant this item. */
  private Optional<LateKills.Kill> killedBefore(
      FixedKeyRecord<String, Outcome> record, NewsItem item) {
    if (item.getPubStatus() != PubStatus.USABLE || !item.getActsOn().isEmpty()) {
      return Optional.empty();
    }
    return references.names(item).stream()
        .flatMap(name -> sent.values(key(record, KILLED + name), record.timestamp()).stream())
        .map(LateKills.Kill::of)
        .filter(kill -> kill.mayMean(item, sent.values(found(record, kill), record.timestamp())))
        .findFirst();
  }

  private static String found(FixedKeyRecord<String, Outcome> record, LateKills.Kill kill) {
    return key(record, FOUND + kill.uri());
  }

  private void found(FixedKeyRecord<String, Outcome> record, LateKills.Kill kill, NewsItem item) {
    sent.add(found(record, kill), item.getUri(), record.timestamp());
    settings.account().held(item.getSource().getFeed());
    LOG.error(
        "KILLED BEFORE IT CAME over feed {}: {} is withheld, {} meant it",
        item.getSource().getFeed(),
        item.getUri(),
        kill.uri());
  }

  /** Names of the repetition lead to the item that it repeats. */
  private void repeat(FixedKeyRecord<String, Outcome> record, NewsItem item, Copies.Before before) {
    remember(record, item, before.uri());
    LOG.info(
        "Duplicate over feed {}: {} says what {} said before",
        item.getSource().getFeed(),
        item.getSource().getSourceName(),
        before.uri());
    List<Duplicate> duplicates =
        Repetitions.ofItem(DuplicateKind.SAME_COPY, item, before.uri(), before.raw());
    settings.account().duplicate(duplicates.get(0));
    duplicates.forEach(one -> context().forward(record.withValue(new Outcome.Repeat(one))));
  }

  private SentBefore sentBefore(FixedKeyRecord<String, Outcome> record) {
    return name -> sent.values(key(record, name), record.timestamp());
  }

  private void remember(FixedKeyRecord<String, Outcome> record, NewsItem item, String uri) {
    references.names(item).forEach(name -> sent.add(key(record, name), uri, record.timestamp()));
    if (uri.equals(item.getUri())) {
      String revision = Long.toString(item.getRevision());
      sent.add(key(record, REVISION + uri), revision, record.timestamp());
      String made = key(record, MADE + uri);
      if (sent.latest(made, record.timestamp()) == null) {
        String millis = Long.toString(item.getVersionCreated().toEpochMilli());
        sent.add(made, millis, record.timestamp());
      }
    }
  }

  private DeadLetter letter(References.Unresolved unresolved, List<String> held) {
    NewsItem item = unresolved.item();
    LOG.error("UNRESOLVED KILL over feed {}: {}", item.getSource().getFeed(), unresolved.message());
    DeadLetters.Origin origin =
        new DeadLetters.Origin(
            item.getSource().getRawTopic(),
            item.getSource().getRawPartition(),
            item.getSource().getRawOffset());
    DeadLetter letter =
        settings
            .letters()
            .of(
                UNRESOLVED,
                unresolved.message(),
                origin,
                item.getText().getBytes(StandardCharsets.UTF_8));
    letter.setFeed(item.getSource().getFeed());
    letter.setSourceName(item.getSource().getSourceName());
    letter.setSha256(item.getSource().getSha256());
    letter.setKill(
        UnresolvedKill.newBuilder()
            .setUri(item.getUri())
            .setProvider(item.getSource().getProvider())
            .setMade(item.getVersionCreated())
            .setNamed(References.spoken(unresolved.wanted()))
            .setCandidates(held.isEmpty() ? List.copyOf(unresolved.candidates()) : held)
            .setHeld(!held.isEmpty())
            .build());
    settings.account().letter(letter.getFeed(), letter.getReason());
    return letter;
  }

  private static String key(FixedKeyRecord<String, Outcome> record, String name) {
    return record.key() + "\n" + name;
  }
}
