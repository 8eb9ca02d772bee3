package io.wiredesk.publish.gate;

import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.TakenBack;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One item as the outputs get it, and all that they get: an {@link Item} that is public, or a
 * {@link Notice} of one that is not, which holds none of its copy. Only the gate makes it, out of a
 * state that it released, and looks once more at the embargo and at what is for the public.
 * Immutable as long as nobody changes the records that it hands out.
 */
public sealed interface PublicView {

  /** The item. */
  String uri();

  /** Counts the public states of the item from 1. */
  long sequence();

  /** When this state became public. */
  Instant since();

  /** Identity, version, times and origin: what may be said of the item whatever its state. */
  NewsItem about();

  /**
   * The state as an output may tell it.
   *
   * @param now an embargo must have ended by then
   * @return empty while an embargo lasts by that clock, whatever the record says
   */
  static Optional<PublicView> of(PublishedItem state, Instant now) {
    if (state.getState() != PublicState.PUBLISHED) {
      return Optional.of(new Notice(state));
    }
    Instant embargo = state.getItem().getEmbargoedUntil();
    boolean open = embargo == null || !embargo.isAfter(now);
    return open ? Optional.of(new Item(state)) : Optional.empty();
  }

  /** Public: the whole current revision, without notes that are not for the public. */
  final class Item implements PublicView {
    private final PublishedItem state;
    private final NewsItem item;

    private Item(PublishedItem state) {
      this.state = state;
      this.item = PublicCopy.of(state.getItem());
    }

    @Override
    public String uri() {
      return state.getUri();
    }

    @Override
    public long sequence() {
      return state.getSequence();
    }

    @Override
    public Instant since() {
      return state.getReleasedAt();
    }

    @Override
    public NewsItem about() {
      return item;
    }

    /** The revision. */
    public NewsItem item() {
      return item;
    }
  }

  /** Taken back, or no longer for a desk: what people need in order to remove their copies. */
  final class Notice implements PublicView {
    private final PublishedItem state;
    private final NewsItem about;

    private Notice(PublishedItem state) {
      this.state = state;
      boolean killed = state.getState() == PublicState.CANCELED;
      this.about =
          PublicCopy.stripped(state.getItem(), killed ? PubStatus.CANCELED : PubStatus.WITHHELD);
    }

    @Override
    public String uri() {
      return state.getUri();
    }

    @Override
    public long sequence() {
      return state.getSequence();
    }

    @Override
    public Instant since() {
      return state.getReleasedAt();
    }

    @Override
    public NewsItem about() {
      return about;
    }

    /** CANCELED, WITHHELD or LEFT. */
    public PublicState state() {
      return state.getState();
    }

    /** Why, one sentence or more. */
    public String reason() {
      return Objects.requireNonNullElse(state.getReason(), "No reason was given.");
    }

    /** What was taken back, as it was last public; all of it empty where nothing may be said. */
    public TakenBack label() {
      TakenBack label = state.getTakenBack();
      return label == null ? TakenBack.newBuilder().setSections(List.of()).build() : label;
    }
  }
}
