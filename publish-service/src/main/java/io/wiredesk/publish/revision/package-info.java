/**
 * What changed between two public revisions of an item: headline, lead, figures, names, share of
 * words. Pure.
 */
@NullMarked
package io.wiredesk.publish.revision;

import org.jspecify.annotations.NullMarked;
