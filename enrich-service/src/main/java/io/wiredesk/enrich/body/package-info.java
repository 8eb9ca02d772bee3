/** The shape of an item's body: its parts by crosshead, and the text that models are to see. */
@NullMarked
package io.wiredesk.enrich.body;

import org.jspecify.annotations.NullMarked;
