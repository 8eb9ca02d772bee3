/** RFC 5322 and MIME e-mail, with the wire copy that it carries or forwards. Pure. */
@NullMarked
package io.wiredesk.wire.parse.mail;

import org.jspecify.annotations.NullMarked;
