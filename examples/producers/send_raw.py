"""Puts a wire file on news.raw, as Wiredesk's own intake does, from Python.

send_raw.py FILE [FEED] [BOOTSTRAP SERVERS] [REGISTRY URL]
"""
import datetime
import hashlib
import pathlib
import sys

from confluent_kafka import Producer
from confluent_kafka.avro import CachedSchemaRegistryClient
from confluent_kafka.avro.serializer.message_serializer import MessageSerializer

path = pathlib.Path(sys.argv[1])
feed = sys.argv[2] if len(sys.argv) > 2 else "example"
servers = sys.argv[3] if len(sys.argv) > 3 else "localhost:9092"
url = sys.argv[4] if len(sys.argv) > 4 else "http://localhost:8081"

payload = path.read_bytes()
registry = CachedSchemaRegistryClient({"url": url})
_, schema, _ = registry.get_latest_schema("news.raw-value")
record = {
    "feed": feed,
    "transport": "OTHER",
    "sourceName": path.name,
    "receivedAt": datetime.datetime.now(datetime.timezone.utc),
    "sha256": hashlib.sha256(payload).hexdigest(),
    "payload": payload,
    "headers": {},
}
value = MessageSerializer(registry).encode_record_with_schema("news.raw", schema, record)
producer = Producer({"bootstrap.servers": servers, "acks": "all", "message.max.bytes": 12 * 1024 * 1024})
producer.produce("news.raw", key=feed, value=value)
sys.exit(1 if producer.flush(30) else 0)
