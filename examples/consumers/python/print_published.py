"""Prints what becomes public: bootstrap servers and registry URL are the arguments.

Debian: apt install python3-confluent-kafka python3-avro
"""
import sys

from confluent_kafka import Consumer
from confluent_kafka.avro import CachedSchemaRegistryClient
from confluent_kafka.avro.serializer.message_serializer import MessageSerializer

servers = sys.argv[1] if len(sys.argv) > 1 else "localhost:9092"
registry = sys.argv[2] if len(sys.argv) > 2 else "http://localhost:8081"
# keys are plain strings, values are Avro: so not AvroConsumer, which takes both for Avro
values = MessageSerializer(CachedSchemaRegistryClient({"url": registry}))
consumer = Consumer({
    "bootstrap.servers": servers,
    "group.id": "example-python",
    "auto.offset.reset": "earliest",
    "isolation.level": "read_committed",
})
consumer.subscribe(["news.published"])
while True:
    message = consumer.poll(1.0)
    if message is None:
        continue
    if message.error():
        sys.exit(str(message.error()))
    published = values.decode_message(message.value())
    if published is not None:  # None: the item is gone for good
        headlines = published["item"]["headlines"]
        headline = headlines[0]["value"] if headlines else ""
        print(published["state"], message.key().decode(), headline, flush=True)
