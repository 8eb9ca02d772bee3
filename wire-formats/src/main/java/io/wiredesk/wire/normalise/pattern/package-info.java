/** Many patterns over one text, of which few can match. Pure. */
@NullMarked
package io.wiredesk.wire.normalise.pattern;

import org.jspecify.annotations.NullMarked;
