package io.wiredesk.ingest.intake;

import io.wiredesk.registry.door.ByteBudget;
import java.util.concurrent.Semaphore;

/** What pushes of one kind may have in hand. Thread-safe. */
record PushPool(Semaphore places, ByteBudget memory) {

  static PushPool of(PushLimits limits) {
    return new PushPool(new Semaphore(limits.places()), new ByteBudget(limits.memory()));
  }
}
