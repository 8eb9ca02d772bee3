/**
 * Long stories that a line sends in several transmissions (takes): which take an item is, and one
 * item from all of them. Pure: waiting for the others is the topology's.
 */
@NullMarked
package io.wiredesk.ingest.take;

import org.jspecify.annotations.NullMarked;
