/**
 * The running feeds: one small Camel route each, started, changed and stopped as {@code feeds.yml}
 * says, none in the way of another.
 */
@NullMarked
package io.wiredesk.ingest.line;

import org.jspecify.annotations.NullMarked;
