package io.wiredesk.runtime;

import io.wiredesk.schemas.DeadLetter;
import io.wiredesk.schemas.Duplicate;
import io.wiredesk.schemas.FeedMark;
import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.Mark;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.RawNews;
import io.wiredesk.schemas.Receipt;
import io.wiredesk.schemas.Source;
import io.wiredesk.schemas.Topic;
import io.wiredesk.schemas.TrailEntry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The headers of every record on a topic of the contract: CloudEvents 1.0 in Kafka's binary mode,
 * and the W3C trace that a story keeps from intake to the desks ({@link TraceParent}). All of them
 * follow from the record itself, so that one which is written again has the same. Topics between
 * two steps of ours and changelogs get none. Stateless.
 */
public final class EventHeaders {

  /** CloudEvents' source: the feed, where there is one. */
  public static final String SOURCE = "ce_source";

  private static final String FEEDS = "/wiredesk/feeds/";
  private static final byte[] CONTENT_TYPE = bytes("application/avro");
  private static final byte[] VERSION = bytes("1.0");

  private EventHeaders() {}

  /**
   * What CloudEvents says of a record.
   *
   * @param id with the source, of this event alone
   * @param time when it happened
   * @param subject uri of the item, or name of the feed
   */
  private record Event(String source, String id, Instant time, String subject) {}

  /** Sets the headers of a record that is about to be written; a trace that is there stays. */
  static void set(Headers headers, String topic, @Nullable Object value) {
    String type = type(topic);
    if (type == null || !(value instanceof SpecificRecord record)) {
      return;
    }
    Event event = event(record);
    put(headers, "content-type", CONTENT_TYPE);
    put(headers, "ce_specversion", VERSION);
    put(headers, "ce_type", bytes(type));
    put(headers, SOURCE, bytes(event.source()));
    put(headers, "ce_id", bytes(event.id()));
    put(headers, "ce_time", bytes(event.time().toString()));
    put(headers, "ce_subject", bytes(event.subject()));
    if (!TraceParent.isIn(headers)) {
      put(headers, TraceParent.HEADER, bytes(trace(record, event)));
    }
  }

  /** True where a service of ours wrote the record: a program that writes by itself has others. */
  public static boolean areOurs(Headers headers) {
    Header source = headers.lastHeader(SOURCE);
    return source != null && new String(source.value(), StandardCharsets.UTF_8).startsWith(FEEDS);
  }

  private static @Nullable String type(String topic) {
    if (topic.startsWith(Topic.DESK_PREFIX)) {
      return "io.wiredesk.news.desk";
    }
    return Topic.byName(topic).isPresent() ? "io.wiredesk." + topic : null;
  }

  private static Event event(SpecificRecord record) {
    if (record instanceof RawNews raw) {
      String id = raw.getSha256() + "-" + raw.getReceivedAt().toEpochMilli();
      return new Event(feed(raw.getFeed()), id, raw.getReceivedAt(), raw.getFeed());
    } else if (record instanceof NewsItem item) {
      return ofItem(item, item.getUri() + "#" + item.getRevision(), written(item));
    } else if (record instanceof PublishedItem item) {
      return ofItem(item.getItem(), item.getUri() + "#" + item.getSequence(), item.getReleasedAt());
    } else if (record instanceof DeadLetter letter) {
      return ofLetter(letter);
    } else if (record instanceof Duplicate twice) {
      String id =
          "%s-%d-%d-%d"
              .formatted(
                  twice.getRawTopic(),
                  twice.getRawPartition(),
                  twice.getRawOffset(),
                  twice.getIndexInRaw());
      return new Event(feed(twice.getFeed()), id, twice.getReceivedAt(), twice.getFeed());
    }
    return ofPeople(record);
  }

  private static Event ofPeople(SpecificRecord record) {
    if (record instanceof GateOrder order) {
      String id = order.getUri() + "#" + order.getAt().toEpochMilli() + "-" + order.getAction();
      return new Event("/wiredesk/orders", id, order.getAt(), order.getUri());
    } else if (record instanceof Receipt receipt) {
      String id = receipt.getConsumer() + " " + receipt.getUri() + "#" + receipt.getSequence();
      return new Event("/wiredesk/receipts", id, receipt.getActedAt(), receipt.getUri());
    } else if (record instanceof Mark mark) {
      String id = mark.getUri() + "#" + mark.getKind() + "-" + mark.getAt().toEpochMilli();
      return new Event("/wiredesk/marks", id, mark.getAt(), mark.getUri());
    } else if (record instanceof FeedMark mark) {
      String id = mark.getMark() + "#" + mark.getTakenAt().toEpochMilli();
      return new Event(feed(mark.getFeed()), id, mark.getTakenAt(), mark.getFeed());
    }
    throw new IllegalArgumentException("No event: " + record.getSchema().getFullName());
  }

  private static Event ofItem(NewsItem item, String id, Instant time) {
    return new Event(feed(item.getSource().getFeed()), id, time, item.getUri());
  }

  private static Event ofLetter(DeadLetter letter) {
    String topic = letter.getOriginTopic();
    String id =
        topic == null
            ? letter.getSha256() + "-" + letter.getFailedAt().toEpochMilli()
            : topic + "-" + letter.getOriginPartition() + "-" + letter.getOriginOffset();
    String feed = letter.getFeed();
    return new Event(
        feed == null ? "/wiredesk" : feed(feed),
        id + "-" + letter.getReason(),
        letter.getFailedAt(),
        feed == null ? id : feed);
  }

  private static Instant written(NewsItem item) {
    List<TrailEntry> trail = item.getTrail();
    return trail.isEmpty()
        ? item.getSource().getReceivedAt()
        : trail.get(trail.size() - 1).getEmitted();
  }

  /** What came in at one moment is one trace, on whatever topic it is told. */
  private static String trace(SpecificRecord record, Event event) {
    if (record instanceof RawNews raw) {
      return TraceParent.of(raw.getFeed(), raw.getSha256(), raw.getReceivedAt());
    } else if (record instanceof NewsItem item) {
      return trace(item.getSource());
    } else if (record instanceof PublishedItem item) {
      return trace(item.getItem().getSource());
    } else if (record instanceof Duplicate twice) {
      return TraceParent.of(twice.getFeed(), twice.getSha256(), twice.getReceivedAt());
    }
    return TraceParent.of(event.source(), event.id(), event.time());
  }

  private static String trace(Source source) {
    return TraceParent.of(source.getFeed(), source.getSha256(), source.getReceivedAt());
  }

  private static String feed(String name) {
    return FEEDS + URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  private static void put(Headers headers, String name, byte[] value) {
    headers.remove(name).add(name, value);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
