/**
 * Kafka serializers and deserializers for Avro records in Confluent's wire format: byte 0, the
 * schema's identifier in four bytes, Avro's binary encoding. Chosen by configuration, so
 * Confluent's own classes can take their place.
 */
@NullMarked
package io.wiredesk.registry.serde;

import org.jspecify.annotations.NullMarked;
