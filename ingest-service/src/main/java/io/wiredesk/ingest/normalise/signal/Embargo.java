package io.wiredesk.ingest.normalise.signal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An embargo that the text announces. Immutable.
 *
 * @param until when it ends; null where it is announced but its end cannot be read, which must be
 *     treated as "until further notice"
 * @param announcement the line that announces it
 */
public record Embargo(@Nullable Instant until, String announcement) {}
