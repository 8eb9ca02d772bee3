/** Which item it is and which revision of it: uris, derived ids, the order of revisions. Pure. */
@NullMarked
package io.wiredesk.wire.normalise.identity;

import org.jspecify.annotations.NullMarked;
