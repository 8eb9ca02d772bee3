/** What is known of a line before its first byte: its name, provider, habits. No transport here. */
@NullMarked
package io.wiredesk.wire.profile;

import org.jspecify.annotations.NullMarked;
