/** Kills of the wire that somebody has to decide on. */
@NullMarked
package io.wiredesk.publish.kill;

import org.jspecify.annotations.NullMarked;
