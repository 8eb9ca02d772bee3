package io.wiredesk.publish.search;

import io.wiredesk.publish.index.Position;
import io.wiredesk.publish.index.Shown;
import io.wiredesk.publish.query.KnownSources;
import io.wiredesk.publish.query.NewsDocument;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.taxonomy.SearcherTaxonomyManager;
import org.apache.lucene.facet.taxonomy.directory.DirectoryTaxonomyWriter;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index of what is public, on disk. What is put in is found within a quarter of a second; what
 * is taken back is gone when {@link #put} returns. One thread writes, any number search. Close it
 * with the service.
 */
public final class SearchIndex implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);
  private static final Duration REFRESH = Duration.ofMillis(250);
  private static final Duration COMMIT = Duration.ofSeconds(20);
  private static final double BUFFER_MB = 32;
  private static final String POSITION = "position";
  private static final String LAYOUT = "layout";
  private static final String AT = "at";

  /** The topic forgets that a record is gone after a day: an index that slept longer is no use. */
  private static final Duration LONGEST_SLEEP = Duration.ofHours(12);

  private final Clock clock;
  private final IndexWriter writer;
  private final DirectoryTaxonomyWriter taxonomy;
  private final SearcherTaxonomyManager searchers;
  private final FacetsConfig facets = facetsConfig();
  private final KnownSources sources = new KnownSources();
  private final ScheduledExecutorService background =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "search-index");
            thread.setDaemon(true);
            return thread;
          });
  private Position position;
  private volatile boolean ready;
  private volatile boolean broken;
  private volatile long read;

  /**
   * Opens an index, as it was left or empty.
   *
   * @param items where documents are kept
   * @param names where the names of facets are kept
   * @param clock for the second look at embargoes
   * @throws IOException where it cannot be opened: nothing or something else is kept there
   */
  public SearchIndex(Directory items, Directory names, Clock clock) throws IOException {
    this.clock = clock;
    this.taxonomy = new DirectoryTaxonomyWriter(names);
    this.writer = writer(items, taxonomy);
    Map<String, String> kept = new HashMap<>();
    if (writer.getLiveCommitData() != null) {
      writer.getLiveCommitData().forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
    }
    long slept = clock.millis() - Long.parseLong(kept.getOrDefault(AT, "0"));
    boolean usable =
        SearchDocument.LAYOUT.equals(kept.get(LAYOUT)) && slept < LONGEST_SLEEP.toMillis();
    this.position =
        usable
            ? Position.parse(kept.getOrDefault(POSITION, ".")).orElse(Position.start())
            : Position.start();
    if (!usable) {
      writer.deleteAll();
    }
    this.searchers = new SearcherTaxonomyManager(writer, new SearcherFactory(), taxonomy);
  }

  private static IndexWriter writer(Directory items, DirectoryTaxonomyWriter taxonomy)
      throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(NewsDocument.analyzer());
    config.setRAMBufferSizeMB(BUFFER_MB);
    try {
      return new IndexWriter(items, config);
    } catch (IOException | RuntimeException e) {
      taxonomy.close(); // or its lock stays
      throw e;
    }
  }

  /** An empty index that is gone when the process is. */
  public static SearchIndex inMemory(Clock clock) {
    try {
      return new SearchIndex(new ByteBuffersDirectory(), new ByteBuffersDirectory(), clock);
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory failed", e);
    }
  }

  /** Shows new items and keeps them on disk, again and again, from now on. */
  public SearchIndex start() {
    background.scheduleWithFixedDelay(
        () -> quietly(this::refresh), 0, REFRESH.toMillis(), TimeUnit.MILLISECONDS);
    background.scheduleWithFixedDelay(
        () -> quietly(this::commit), COMMIT.toMillis(), COMMIT.toMillis(), TimeUnit.MILLISECONDS);
    return this;
  }

  /** The first offset of a partition that the index does not have yet. */
  public synchronized long nextOffset(int partition) {
    return position.next(partition);
  }

  /** Empties it: what it was built from is not there any more. */
  public synchronized void startAnew() {
    try {
      writer.deleteAll();
      position = Position.start();
      searchers.maybeRefreshBlocking();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything that was on the topic at the start has been read. */
  public void caughtUp() {
    if (!ready) {
      refresh();
      ready = true;
    }
  }

  /** Before this a kill may still be unread: nothing may be shown. */
  public boolean isReady() {
    return ready && !broken;
  }

  /** Records read since the start, as progress. */
  public long read() {
    return read;
  }

  /** Takes over a state, in the order of its partition; an older one replaces nothing. */
  public void put(PublishedItem published, Shown shown) {
    try {
      if (ready && searches().sequence(shown.uri()) > shown.sequence()) {
        return;
      }
      Document document = facets.build(taxonomy, SearchDocument.of(published, shown));
      synchronized (this) {
        writer.updateDocument(SearchDocument.key(shown.uri()), document);
        position = position.with(shown.partition(), shown.offset());
        read++;
      }
      sources.meet(published.getItem());
      if (ready && published.getState() != PublicState.PUBLISHED) {
        refresh(); // a kill counts at once
      }
    } catch (IOException | RuntimeException e) {
      throw broken(e);
    }
  }

  /** The record under that uri is gone from the topic. */
  public void remove(String uri, int partition, long offset) {
    try {
      synchronized (this) {
        writer.deleteDocuments(SearchDocument.key(uri));
        position = position.with(partition, offset);
        read++;
      }
      if (ready) {
        refresh();
      }
    } catch (IOException | RuntimeException e) {
      throw broken(e);
    }
  }

  /** What could not be put in may have been a kill: from now on nothing is shown. */
  private IllegalStateException broken(Exception failure) {
    broken = true;
    return new IllegalStateException(
        "the search index cannot be written and shows nothing until a restart", failure);
  }

  /** Feeds and providers that were read of since the start. */
  public KnownSources sources() {
    return sources;
  }

  /** Asks the index with all that was put in before. */
  public Searches now() {
    refresh();
    return searches();
  }

  /** Asks the index as it was a quarter of a second ago at most, without what was taken back. */
  public Searches searches() {
    return new Searches(searchers, facets, clock);
  }

  /** Shows everything that was put in. */
  public void refresh() {
    try {
      searchers.maybeRefreshBlocking();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps everything that was put in, with how far that is. */
  void commit() {
    try {
      synchronized (this) {
        taxonomy.commit();
        writer.setLiveCommitData(
            Map.of(
                    LAYOUT,
                    SearchDocument.LAYOUT,
                    POSITION,
                    position.toString(),
                    AT,
                    Long.toString(clock.millis()))
                .entrySet());
        writer.commit();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    background.shutdown(); // not interrupted: that would end the writer with what it writes
    try {
      background.awaitTermination(10, TimeUnit.SECONDS);
      commit();
      searchers.close();
      writer.close();
      taxonomy.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      LOG.warn("The search index was not closed well; it is built anew where it was not kept", e);
    }
  }

  private static void quietly(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("The search index cannot be kept", e);
    }
  }

  static FacetsConfig facetsConfig() {
    FacetsConfig config = new FacetsConfig();
    Arrays.stream(Facet.values())
        .forEach(
            facet -> {
              config.setMultiValued(facet.facetName(), true);
              config.setIndexFieldName(facet.facetName(), "@facet-" + facet.facetName());
            });
    return config;
  }
}
