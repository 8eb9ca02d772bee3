/** A page for people at {@code /}: what is public, as it comes. */
@NullMarked
package io.wiredesk.publish.console;

import org.jspecify.annotations.NullMarked;
