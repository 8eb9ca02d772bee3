/**
 * Fields to records: identity, revisions, times, canonical text and blocks, vocabularies, signals.
 * Pure.
 */
@NullMarked
package io.wiredesk.wire.normalise;

import org.jspecify.annotations.NullMarked;
