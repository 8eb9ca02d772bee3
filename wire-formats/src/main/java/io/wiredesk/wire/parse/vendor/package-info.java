/** XML of no news standard that carries articles: best effort, nothing lost. Pure. */
@NullMarked
package io.wiredesk.wire.parse.vendor;

import org.jspecify.annotations.NullMarked;
