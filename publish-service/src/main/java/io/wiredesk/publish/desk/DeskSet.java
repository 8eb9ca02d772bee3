package io.wiredesk.publish.desk;

import io.wiredesk.publish.query.Matcher;
import io.wiredesk.publish.query.NewsQuery;
import io.wiredesk.publish.query.QueryRefused;
import io.wiredesk.schemas.NewsItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The desks of one moment and the matcher of all their queries. A desk with a fault keeps the
 * queries that it had before, where they are known. Thread-safe, immutable; close it when nobody
 * matches any more.
 */
public final class DeskSet implements AutoCloseable {

  private final boolean known;
  private final SortedMap<String, Entry> entries;
  private final List<DesksFile.Fault> nameless;
  private final List<Owner> owners = new ArrayList<>();
  private final Matcher matcher;

  /**
   * One desk.
   *
   * @param running as it is matched, null where it cannot be
   * @param fault what is wrong with it in the file, null where nothing
   */
  public record Entry(String name, @Nullable Desk running, DesksFile.@Nullable Fault fault) {}

  /** Whose query a number of the matcher is. */
  private record Owner(String desk, String query) {}

  private DeskSet(boolean known, SortedMap<String, Entry> entries, List<DesksFile.Fault> nameless) {
    this.known = known;
    this.entries = Collections.unmodifiableSortedMap(entries);
    this.nameless = nameless;
    List<NewsQuery> queries = new ArrayList<>();
    for (Entry entry : entries.values()) {
      if (entry.running() != null) {
        for (Desk.Query query : entry.running().queries()) {
          queries.add(again(query));
          owners.add(new Owner(entry.name(), query.text()));
        }
      }
    }
    this.matcher = Matcher.of(queries, Instant.EPOCH);
  }

  /** Before any file was read: it is not known which desks there are. */
  public static DeskSet unknown() {
    return new DeskSet(false, new TreeMap<>(), List.of());
  }

  /** Desks as they were when the file could last be read; there may be others by now. */
  public static DeskSet remembered(DesksFile file) {
    return of(file, unknown(), false);
  }

  /** The desks of a file; what it does not say rightly is taken from before. */
  public static DeskSet of(DesksFile file, DeskSet before) {
    return of(file, before, true);
  }

  private static DeskSet of(DesksFile file, DeskSet before, boolean known) {
    SortedMap<String, Entry> entries = new TreeMap<>();
    List<DesksFile.Fault> nameless = new ArrayList<>();
    for (Desk desk : file.desks()) {
      DesksFile.Fault fault = fault(desk);
      Desk running = fault == null ? desk : before.running(desk.name());
      entries.put(desk.name(), new Entry(desk.name(), running, fault));
    }
    for (DesksFile.Fault fault : file.faults()) {
      if (fault.name().isEmpty() || entries.containsKey(fault.name())) {
        nameless.add(fault);
      } else {
        entries.put(fault.name(), new Entry(fault.name(), before.running(fault.name()), fault));
      }
    }
    return new DeskSet(known, entries, List.copyOf(nameless));
  }

  /** The desks that the item matches. */
  public Matches match(NewsItem item) {
    Matcher.Result result = matcher.match(item);
    SortedMap<String, String> queries = new TreeMap<>();
    for (int number : result.queries()) {
      Owner owner = owners.get(number);
      queries.putIfAbsent(owner.desk(), owner.query());
    }
    Set<String> undecided = new HashSet<>();
    result.failed().forEach(number -> undecided.add(owners.get(number).desk()));
    for (Entry entry : entries.values()) {
      if (entry.running() == null) {
        undecided.add(entry.name());
      }
    }
    return new Matches(queries, undecided, known, entries.keySet());
  }

  /** All desks, by name. */
  public SortedMap<String, Entry> entries() {
    return entries;
  }

  /** Faults of the file that are of no desk by name. */
  public List<DesksFile.Fault> nameless() {
    return nameless;
  }

  /** False while the file could not be read. */
  public boolean isKnown() {
    return known;
  }

  /** Desks that are matched, by name. */
  public List<Desk> running() {
    List<Desk> running = new ArrayList<>();
    for (Entry entry : entries.values()) {
      if (entry.running() != null) {
        running.add(entry.running());
      }
    }
    return running;
  }

  /** Everything that is wrong, in the order of the file. */
  public List<DesksFile.Fault> faults() {
    List<DesksFile.Fault> faults = new ArrayList<>(nameless);
    for (Entry entry : entries.values()) {
      if (entry.fault() != null) {
        faults.add(entry.fault());
      }
    }
    faults.sort(java.util.Comparator.comparingInt(DesksFile.Fault::line));
    return faults;
  }

  @Override
  public void close() {
    matcher.close();
  }

  private @Nullable Desk running(String name) {
    Entry entry = entries.get(name);
    return entry == null ? null : entry.running();
  }

  private static DesksFile.@Nullable Fault fault(Desk desk) {
    for (Desk.Query query : desk.queries()) {
      try {
        query.read();
      } catch (QueryRefused e) {
        return new DesksFile.Fault(desk.name(), query.line(), e.getMessage());
      }
    }
    return null;
  }

  private static NewsQuery again(Desk.Query query) {
    try {
      return query.read();
    } catch (QueryRefused e) {
      throw new IllegalStateException("a query that was taken is refused: " + query.text(), e);
    }
  }
}
