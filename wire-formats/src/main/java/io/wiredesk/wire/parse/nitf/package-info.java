/** NITF 3.x to fields, alone or as the body of another format. Pure. */
@NullMarked
package io.wiredesk.wire.parse.nitf;

import org.jspecify.annotations.NullMarked;
