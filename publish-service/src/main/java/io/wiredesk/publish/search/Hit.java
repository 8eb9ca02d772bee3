package io.wiredesk.publish.search;

import io.wiredesk.publish.index.PackedJson;
import io.wiredesk.schemas.PublicState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An item, or the notice of what became of it. Immutable.
 *
 * @param uri the item
 * @param ninjsUri the same in ninjs, where it differs if it is no legal URI
 * @param state what may be done with it
 * @param reason why it was taken back, null while public
 * @param releasedAt when the state became public
 * @param json how it is told, packed
 */
public record Hit(
    String uri,
    String ninjsUri,
    PublicState state,
    @Nullable String reason,
    Instant releasedAt,
    PackedJson json) {}
