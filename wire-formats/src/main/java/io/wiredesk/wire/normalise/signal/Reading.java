package io.wiredesk.wire.normalise.signal;

import io.wiredesk.schemas.Signal;
import org.jspecify.annotations.Nullable;

/**
 * What the text conventions of an item say. Immutable.
 *
 * @param signal strongest signal found, null where there is none
 * @param profile test, advisory or alert, null where none was found
 * @param why where it stood and what it said, for people; null where there is no signal
 */
public record Reading(@Nullable Signal signal, @Nullable String profile, @Nullable String why) {

  static final Reading NOTHING = new Reading(null, null, null);
}
