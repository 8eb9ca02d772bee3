package io.wiredesk.publish.gate;

import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.GateState;
import io.wiredesk.schemas.NewsItem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides which revision of one uri is public. Pure and immutable: the same state, event and
 * instant give the same verdict. The rules, the first that applies:
 *
 * <ol>
 *   <li><b>A uri belongs to one provider</b>: see {@link Ownership}. What another feed says of it
 *       is refused, unless its profile entitles it.
 *   <li><b>A kill always kills</b>: {@code CANCELED}, or signal CANCEL, whatever its version, and
 *       also the items it names in {@code actsOn}. Only a kill made no later than the last known
 *       one is a repetition, unless it kills what was issued anew since. Where nothing was public
 *       nothing goes out, and nothing will.
 *   <li><b>Greatest revision</b>: a smaller one is late, an equal one a duplicate, unless it
 *       restricts more (embargo added or later, withheld): of equals the strictest counts.
 *   <li><b>A notice is no story</b>: a WITHHOLD or RELEASE that names other items acts on them.
 *   <li><b>A kill stands</b> until the provider issues the item anew: USABLE, signal NEW or
 *       RELEASE, a greater revision, made after the kill. <b>A kill by hand</b> stands whatever the
 *       wire sends, until a hand releases the item; then its newest revision counts.
 *   <li><b>Advisories and tests</b> stay off the public topic, and put an end to what waited.
 *   <li><b>Withheld</b> waits for a newer revision or a release; <b>embargoed</b> waits until the
 *       clock has reached the instant, never before. A newer revision without embargo lifts it:
 *       each revision is complete. If the item was public it is taken back.
 *   <li><b>Expired</b> is not published, and is taken back when the date comes.
 *   <li>Else it is <b>public</b>.
 * </ol>
 *
 * Orders (of other items, by hand, in doubt) restrict beside the revisions; see {@link Orders}.
 *
 * <p>What comes by the urgent lane counts like everything else, and is a duplicate when it comes
 * with the rest. Only what overtook its own target is remembered so: a kill or a withholding that
 * came ahead stands, whatever the revisions say that it overtook, until it has come with the rest.
 */
public final class Gate {

  private final Release release;
  private final Revisions revisions;
  private final Orders orders;

  /**
   * A gate.
   *
   * @param serviceVersion for the trail
   * @param keepCopy how long the copy of a public item is kept to say what changed
   */
  public Gate(String serviceVersion, Duration keepCopy) {
    this.release = new Release(keepCopy);
    this.revisions = new Revisions(release, serviceVersion);
    this.orders = new Orders(release, revisions);
  }

  /** A revision of the uri has come in; {@code state} is null for a uri never seen. */
  public Verdict receive(@Nullable GateState state, NewsItem item, Instant now) {
    return revisions.receive(Draft.of(state), item, now);
  }

  /**
   * The same for a revision that came by the urgent lane: it comes once more with the rest, before
   * which older revisions and items that it names may be still on their way.
   */
  public Verdict receiveAhead(@Nullable GateState state, NewsItem item, Instant now) {
    Draft draft = Draft.of(state);
    draft.ahead = true;
    return revisions.receive(draft, item, now);
  }

  /** An order names the uri; {@code state} is null for a uri never seen. */
  public Verdict obey(@Nullable GateState state, GateOrder order, Instant now) {
    return orders.obey(Draft.of(state), order, now);
  }

  /** The clock has moved. */
  public Verdict tick(GateState state, Instant now) {
    return release.settle(Draft.of(state), now);
  }

  /** When {@link #tick} next has something to do for this state; empty: never. */
  public Optional<Instant> due(GateState state) {
    return release.due(state);
  }
}
