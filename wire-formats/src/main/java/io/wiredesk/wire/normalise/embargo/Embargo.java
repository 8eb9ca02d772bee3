package io.wiredesk.wire.normalise.embargo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An embargo that the text announces. Immutable.
 *
 * @param until when it ends; null where it is announced but its end is not said or not understood,
 *     which must be treated as "until further notice"
 * @param announcement the line that announces it
 * @param doubts what was assumed to read its end
 */
public record Embargo(@Nullable Instant until, String announcement, List<String> doubts) {}
