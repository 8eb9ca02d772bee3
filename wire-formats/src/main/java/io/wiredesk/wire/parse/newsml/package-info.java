/** NewsML-G2 and NewsML 1.x to fields. Pure. */
@NullMarked
package io.wiredesk.wire.parse.newsml;

import org.jspecify.annotations.NullMarked;
