/**
 * JSON on the wire: ninjs 1.0–3.1, AP Media API, dpa digitalwires. Broken JSON is repaired where
 * the repair is unambiguous, and that is recorded. Pure.
 */
@NullMarked
package io.wiredesk.wire.parse.json;

import org.jspecify.annotations.NullMarked;
