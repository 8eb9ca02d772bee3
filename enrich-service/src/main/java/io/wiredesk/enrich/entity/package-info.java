/**
 * Named entities: who, what and where an article names, with identifiers. {@link
 * io.wiredesk.enrich.entity.EntityFinder} is the way in; recogniser, rules and gazetteer are its
 * parts.
 */
@NullMarked
package io.wiredesk.enrich.entity;

import org.jspecify.annotations.NullMarked;
