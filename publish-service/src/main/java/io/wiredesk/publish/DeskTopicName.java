package io.wiredesk.publish;

import io.wiredesk.publish.desk.Routing;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;

/** The topic of a delivery's desk. Stateless. */
record DeskTopicName() implements TopicNameExtractor<String, Routing.Delivery> {

  @Override
  public String extract(String key, Routing.Delivery delivery, RecordContext context) {
    return DeskTopics.topic(delivery.desk());
  }

  /** As it stands in the description of the topology. */
  @Override
  public String toString() {
    return DeskTopics.topic("<desk>");
  }
}
