/**
 * What a revision is to the one before, and from when it may be used: signals and embargoes that
 * agencies write into headlines, slugs, notes and first lines. Pure; precise first, as a story
 * wrongly killed is as bad as a kill that is missed.
 */
@NullMarked
package io.wiredesk.wire.normalise.signal;

import org.jspecify.annotations.NullMarked;
