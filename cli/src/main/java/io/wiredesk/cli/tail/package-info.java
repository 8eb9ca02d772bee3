/** Topics as people read them: a line a record, in the order of time, as wide as the screen. */
@NullMarked
package io.wiredesk.cli.tail;

import org.jspecify.annotations.NullMarked;
