/**
 * The urgent lane's door: which items may overtake, how many, and the log that sends their copies
 * ahead.
 */
@NullMarked
package io.wiredesk.ingest.urgent;

import org.jspecify.annotations.NullMarked;
