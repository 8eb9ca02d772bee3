"""Puts a wire file on news.raw, as Wiredesk's own intake does, from Python.

send_raw.py BOOTSTRAP_SERVERS REGISTRY_URL FILE [FEED]
Debian: apt install python3-confluent-kafka python3-avro
"""
import datetime
import hashlib
import pathlib
import sys

from confluent_kafka import Producer, avro
from confluent_kafka.avro import CachedSchemaRegistryClient
from confluent_kafka.avro.serializer.message_serializer import MessageSerializer

if len(sys.argv) < 4:
    print("send_raw.py BOOTSTRAP_SERVERS REGISTRY_URL FILE [FEED]", file=sys.stderr)
    sys.exit(2)
servers, url, path = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
feed = sys.argv[4] if len(sys.argv) > 4 else "example"

released = pathlib.Path(__file__).resolve().parents[2] / "schemas/src/main/avro-released/0.1.0/news.raw-value.avsc"
payload = path.read_bytes()
record = {
    "feed": feed,
    "transport": "OTHER",
    "sourceName": path.name,
    "receivedAt": datetime.datetime.now(datetime.timezone.utc),
    "sha256": hashlib.sha256(payload).hexdigest(),
    "payload": payload,
    "headers": {},
}
# registers the released schema where it is not yet
values = MessageSerializer(CachedSchemaRegistryClient({"url": url}))
value = values.encode_record_with_schema("news.raw", avro.load(str(released)), record)
failures = []
producer = Producer({"bootstrap.servers": servers, "acks": "all", "message.max.bytes": 12 * 1024 * 1024})
producer.produce("news.raw", key=feed, value=value, on_delivery=lambda error, _: error and failures.append(error))
waiting = producer.flush(30)
if waiting or failures:
    sys.exit("not delivered: " + (str(failures[0]) if failures else "no answer within 30 s"))
