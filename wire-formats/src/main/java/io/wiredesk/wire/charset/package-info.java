/**
 * Bytes as text: what labels of character sets mean in practice, and what bytes are whose label
 * lies or is missing. Pure.
 */
@NullMarked
package io.wiredesk.wire.charset;

import org.jspecify.annotations.NullMarked;
