/** Who may push over HTTP: keys, signatures, and what each feed says of them. */
@NullMarked
package io.wiredesk.ingest.push;

import org.jspecify.annotations.NullMarked;
