/**
 * The English name recogniser: nlp4j's trained models, packed once into flat memory and decoded
 * from there. Everything but {@link io.wiredesk.enrich.entity.recogniser.ModelPacker} works without
 * nlp4j's model jar.
 */
@NullMarked
package io.wiredesk.enrich.entity.recogniser;

import org.jspecify.annotations.NullMarked;
