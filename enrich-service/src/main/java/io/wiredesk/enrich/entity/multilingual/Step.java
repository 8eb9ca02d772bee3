package io.wiredesk.enrich.entity.multilingual;

/** One kind of evidence: adds the names that it speaks for. Stateless. */
@FunctionalInterface
interface Step {
  void mark(Copy copy, Marks marks);
}
