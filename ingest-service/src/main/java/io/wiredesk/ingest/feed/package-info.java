/** What is known of a line before its first byte: its name, provider, habits. No transport here. */
@NullMarked
package io.wiredesk.ingest.feed;

import org.jspecify.annotations.NullMarked;
