/** The HTTP side: items, stream, page. Only what the public index shows leaves here. */
@NullMarked
package io.wiredesk.publish.http;

import org.jspecify.annotations.NullMarked;
