/**
 * The body of an item: sanitised mark-up, the canonical plain text, and the blocks over it. Pure;
 * nothing that the wire wrote is lost on the way.
 */
@NullMarked
package io.wiredesk.wire.normalise.body;

import org.jspecify.annotations.NullMarked;
