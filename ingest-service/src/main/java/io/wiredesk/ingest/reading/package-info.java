/** Raw records of the log to items, through the library of wires. Pure. */
@NullMarked
package io.wiredesk.ingest.reading;

import org.jspecify.annotations.NullMarked;
