/**
 * The body of a push: received within bounds and without a thread, unpacked to one item's bytes.
 */
@NullMarked
package io.wiredesk.ingest.body;

import org.jspecify.annotations.NullMarked;
