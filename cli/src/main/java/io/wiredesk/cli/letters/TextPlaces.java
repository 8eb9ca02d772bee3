package io.wiredesk.cli.letters;

import io.wiredesk.runtime.LogPosition;
import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.JoinedRaw;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Source;
import io.wiredesk.schemas.Topic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;

/**
 * Where the log has the text of one item: every record, by reading the topics once from beginning
 * to end. One thread.
 */
final class TextPlaces {

  private static final List<Topic> ITEMS =
      List.of(Topic.ITEMS, Topic.ITEMS_URGENT, Topic.ENRICHED, Topic.ENRICHED_URGENT);

  private final RecordLog log;
  private final String uri;
  private final List<LogPosition> places = new ArrayList<>();
  private final Set<LogPosition> raw = new LinkedHashSet<>();
  private final Set<String> sums = new TreeSet<>();

  private TextPlaces(RecordLog log, String uri) {
    this.log = log;
    this.uri = uri;
  }

  /** Looks for the item's text. */
  static TextPlaces of(RecordLog log, String uri) {
    TextPlaces found = new TextPlaces(log, uri);
    Set<String> present = new TreeSet<>(log.topics());
    ITEMS.stream()
        .map(Topic::topicName)
        .filter(present::contains)
        .forEach(topic -> log.read(topic, found::item));
    present.stream()
        .filter(
            topic ->
                topic.equals(Topic.PUBLISHED.topicName()) || topic.startsWith(Topic.DESK_PREFIX))
        .forEach(topic -> log.read(topic, found::published));
    found.takeRaw();
    if (present.contains(Topic.DEAD_LETTERS.topicName())) {
      log.read(Topic.DEAD_LETTERS.topicName(), found::letter);
    }
    return found;
  }

  /** Positions of the records that have the text, topic by topic. */
  List<LogPosition> positions() {
    return List.copyOf(places);
  }

  /** SHA-256 of the bytes in which it came: a hot folder may have them as files. */
  Set<String> sums() {
    return Set.copyOf(sums);
  }

  private void item(LogPosition at, SpecificRecord record) {
    if (record instanceof NewsItem item && item.getUri().equals(uri)) {
      places.add(at);
      source(item.getSource());
    }
  }

  private void published(LogPosition at, SpecificRecord record) {
    if (record instanceof PublishedItem state && state.getUri().equals(uri)) {
      source(state.getItem().getSource());
      if (!state.getItem().getBodies().isEmpty() || !state.getItem().getText().isEmpty()) {
        places.add(at);
      }
    }
  }

  private void source(Source source) {
    sums.add(source.getSha256());
    raw.add(new LogPosition(source.getRawTopic(), source.getRawPartition(), source.getRawOffset()));
    for (JoinedRaw take : source.getJoined()) {
      raw.add(new LogPosition(source.getRawTopic(), take.getRawPartition(), take.getRawOffset()));
    }
  }

  private void takeRaw() {
    for (LogPosition at : raw) {
      log.fetch(at)
          .filter(RawNews.class::isInstance)
          .ifPresent(
              record -> {
                places.add(at);
                sums.add(((RawNews) record).getSha256());
              });
    }
  }

  private void letter(LogPosition at, SpecificRecord record) {
    if (record instanceof DeadLetter letter
        && (sums.contains(letter.getSha256()) || isOf(letter))) {
      places.add(at);
    }
  }

  private boolean isOf(DeadLetter letter) {
    LogPosition origin =
        letter.getOriginTopic() == null
            ? null
            : new LogPosition(
                letter.getOriginTopic(), letter.getOriginPartition(), letter.getOriginOffset());
    return origin != null && (raw.contains(origin) || places.contains(origin));
  }
}
