/** Which agency it is: one name and one uri for each, whatever the wire writes. Pure. */
@NullMarked
package io.wiredesk.wire.normalise.provider;

import org.jspecify.annotations.NullMarked;
