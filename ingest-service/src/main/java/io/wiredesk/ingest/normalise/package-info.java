/**
 * Fields to records: identity, revisions, times, canonical text and blocks, vocabularies, signals.
 * Pure.
 */
@NullMarked
package io.wiredesk.ingest.normalise;

import org.jspecify.annotations.NullMarked;
