/**
 * Bytes to items: parsing and normalising behind one door, and the one place where formats and
 * parsers meet. Pure.
 */
@NullMarked
package io.wiredesk.wire;

import org.jspecify.annotations.NullMarked;
