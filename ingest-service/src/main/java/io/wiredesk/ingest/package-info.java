/**
 * Intake and parsing: bytes from the agencies' lines to {@code news.raw}, normalised items to
 * {@code news.items}.
 */
@NullMarked
package io.wiredesk.ingest;

import org.jspecify.annotations.NullMarked;
