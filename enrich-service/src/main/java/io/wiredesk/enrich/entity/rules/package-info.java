/**
 * From the recogniser's names to those of the article: span clean-up first, then rules that look at
 * the whole document. Each rule is one class that says on what general ground it stands.
 */
@NullMarked
package io.wiredesk.enrich.entity.rules;

import org.jspecify.annotations.NullMarked;
