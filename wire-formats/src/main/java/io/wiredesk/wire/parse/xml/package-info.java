/**
 * Hardened reading of XML into a small tree, and what the XML wire formats share: body conversion,
 * IPTC vocabularies. No DTD, no external entity, no expansion, no network.
 */
@NullMarked
package io.wiredesk.wire.parse.xml;

import org.jspecify.annotations.NullMarked;
