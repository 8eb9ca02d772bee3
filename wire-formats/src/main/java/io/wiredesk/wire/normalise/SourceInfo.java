package io.wiredesk.wire.normalise;

import io.wiredesk.schemas.Transport;
import io.wiredesk.wire.parse.WireFormat;
import io.wiredesk.wire.profile.FeedProfile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an item came from. Immutable.
 *
 * @param profile the feed's conventions
 * @param format what the bytes were read as
 * @param transport how they came in
 * @param sourceName file name or URL at the source, null where none
 * @param receivedAt when the bytes were in
 * @param sha256 of the raw bytes, lower-case hexadecimal
 * @param rawTopic topic of the raw record, empty outside Kafka
 * @param rawPartition its partition, -1 outside Kafka
 * @param rawOffset its offset, -1 outside Kafka
 * @param indexInRaw which of the raw record's items this is, from 0
 */
public record SourceInfo(
    FeedProfile profile,
    WireFormat format,
    Transport transport,
    @Nullable String sourceName,
    Instant receivedAt,
    String sha256,
    String rawTopic,
    int rawPartition,
    long rawOffset,
    int indexInRaw) {}
