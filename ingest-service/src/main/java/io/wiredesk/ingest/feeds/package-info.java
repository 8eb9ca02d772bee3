/**
 * {@code feeds.yml}: which feeds there are, how each comes in, what is known of its provider. Reads
 * and checks; starts nothing.
 */
@NullMarked
package io.wiredesk.ingest.feeds;

import org.jspecify.annotations.NullMarked;
