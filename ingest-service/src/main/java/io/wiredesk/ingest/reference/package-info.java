/**
 * Which earlier item a kill, correction or update means when it says so by slug, number or headline
 * instead of by identifier. Pure: what a line has sent before comes through {@link
 * io.wiredesk.ingest.reference.SentBefore}.
 */
@NullMarked
package io.wiredesk.ingest.reference;

import org.jspecify.annotations.NullMarked;
