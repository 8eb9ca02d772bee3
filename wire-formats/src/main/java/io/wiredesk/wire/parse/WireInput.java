package io.wiredesk.wire.parse;

import io.wiredesk.wire.profile.FeedProfile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a parser gets.
 *
 * @param bytes as received; parsers never change them
 * @param contentType what the sender stated, null where nothing; a hint
 * @param sourceName file name, URL; null where none; never decides the format
 * @param receivedAt when the bytes were in: the year for dates written without one, and nothing
 *     else
 * @param profile the provider's conventions
 */
public record WireInput(
    byte[] bytes,
    @Nullable String contentType,
    @Nullable String sourceName,
    Instant receivedAt,
    FeedProfile profile) {}
