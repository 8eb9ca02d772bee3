package io.wiredesk.publish;

import io.wiredesk.publish.feed.ItemJson;
import io.wiredesk.publish.index.PublicIndex;
import io.wiredesk.publish.index.Shown;
import io.wiredesk.publish.search.SearchIndex;
import io.wiredesk.schemas.PublishedItem;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Fills what HTTP answers from, the search index first: what the stream has told, a list has. What
 * the search index has kept from before is not put in again.
 */
final class PublishedSink implements TopicFollower.Sink<PublishedItem> {

  private final SearchIndex search;
  private final PublicIndex index;
  private final ItemJson json;

  PublishedSink(SearchIndex search, PublicIndex index, ItemJson json) {
    this.search = search;
    this.index = index;
    this.json = json;
  }

  @Override
  public void take(ConsumerRecord<String, PublishedItem> record) {
    boolean kept = record.offset() < search.nextOffset(record.partition());
    if (record.value() == null) {
      try {
        if (!kept) {
          search.remove(record.key(), record.partition(), record.offset());
        }
      } finally {
        index.remove(record.key(), record.partition(), record.offset());
      }
      return;
    }
    Shown shown = json.show(record.value(), record.partition(), record.offset());
    try {
      if (!kept) {
        search.put(record.value(), shown);
      }
    } finally {
      index.put(shown); // a kill goes on, whatever became of the search index
    }
  }

  @Override
  public long from(int partition) {
    return search.nextOffset(partition);
  }

  @Override
  public void startAnew() {
    search.startAnew();
  }

  void caughtUp() {
    search.caughtUp();
    index.caughtUp();
  }
}
