/**
 * What is fetched over HTTP at intervals: conditional requests with bounds on everything, no way
 * into private networks, and of RSS and Atom only the entries that are new.
 */
@NullMarked
package io.wiredesk.ingest.poll;

import org.jspecify.annotations.NullMarked;
