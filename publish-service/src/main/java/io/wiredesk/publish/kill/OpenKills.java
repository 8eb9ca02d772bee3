package io.wiredesk.publish.kill;

import io.wiredesk.runtime.Health;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.UnresolvedKill;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Kills and holds of the wire that wait for an editor: those that name nothing known or several
 * items, and those of feeds that may not give them. One is settled by an order by hand that
 * resolves it, or once a hand has decided on each of its candidates since. Read from the dead
 * letters and the orders; as long as one is open, health warns. Thread-safe.
 */
public final class OpenKills {

  /** Part of health that warns. */
  static final String PART = "kills";

  private static final int MOST_KILLS = 1_000;
  private static final int MOST_ORDERS = 20_000;
  private static final int MOST_NAMED = 5;

  private final Health health;
  private final Map<String, OpenKill> kills = bounded(MOST_KILLS);
  private final Map<String, Instant> resolved = bounded(MOST_ORDERS);
  private final Map<String, Instant> decided = bounded(MOST_ORDERS);

  public OpenKills(Health health) {
    this.health = health;
  }

  /**
   * Takes a dead letter; one that is no kill is passed over.
   *
   * @param id topic, partition and offset, as {@code wiredesk dead-letters} names it
   */
  public synchronized void take(String id, DeadLetter letter) {
    UnresolvedKill kill = letter.getKill();
    if (kill != null) {
      kills.put(
          id,
          new OpenKill(
              id,
              letter.getReason(),
              letter.getMessage(),
              letter.getFeed(),
              letter.getFailedAt(),
              kill));
      look();
    }
  }

  /** Takes an order; those of the wire decide nothing here. */
  public synchronized void take(GateOrder order) {
    if (!order.getByHand()) {
      return;
    }
    decided.merge(order.getUri(), order.getAt(), OpenKills::later);
    if (order.getResolves() != null) {
      resolved.merge(order.getResolves(), order.getAt(), OpenKills::later);
    }
    look();
  }

  /** Those that are open, oldest first. */
  public synchronized List<OpenKill> open() {
    return kills.values().stream().filter(kill -> !isSettled(kill)).toList();
  }

  private boolean isSettled(OpenKill open) {
    List<String> candidates = open.kill().getCandidates();
    return isAfter(resolved.get(open.kill().getUri()), open.since())
        || (!candidates.isEmpty()
            && candidates.stream().allMatch(uri -> isAfter(decided.get(uri), open.since())));
  }

  private static boolean isAfter(@Nullable Instant order, Instant since) {
    return order != null && order.isAfter(since);
  }

  private void look() {
    List<OpenKill> open = open();
    if (open.isEmpty()) {
      health.clearWarning(PART);
      return;
    }
    String ids =
        open.stream().limit(MOST_NAMED).map(OpenKill::id).collect(Collectors.joining(", "));
    health.warn(
        PART,
        open.size()
            + (open.size() == 1 ? " kill of the wire waits" : " kills of the wire wait")
            + " for an editor: "
            + ids
            + (open.size() > MOST_NAMED ? ", …" : "")
            + "; GET /kills or `wiredesk dead-letters show ID`.");
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static <V> Map<String, V> bounded(int most) {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > most;
      }
    };
  }

  /**
   * One of them.
   *
   * @param id of its dead letter
   * @param reason UNRESOLVED_KILL or NOT_ENTITLED
   * @param message one sentence
   * @param feed it came over, null where unknown
   * @param since when it was set aside
   * @param kill what it is, and what it may mean
   */
  public record OpenKill(
      String id,
      String reason,
      String message,
      @Nullable String feed,
      Instant since,
      UnresolvedKill kill) {

    /** What carries it out, a command a candidate. */
    public List<String> commands() {
      List<String> uris = kill.getCandidates().isEmpty() ? List.of("URI") : kill.getCandidates();
      List<String> commands = new ArrayList<>();
      uris.forEach(
          uri -> commands.add("wiredesk kill '%s' --resolves %s --reason TEXT".formatted(uri, id)));
      return commands;
    }
  }
}
