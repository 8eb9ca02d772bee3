package io.wiredesk.registry;

/** What a new schema must be to those before it; names as in Confluent's REST interface. */
public enum CompatibilityLevel {
  NONE(false, false, false),
  /** The new schema reads data of the latest one. */
  BACKWARD(true, false, false),
  /** The new schema reads data of every earlier one. */
  BACKWARD_TRANSITIVE(true, false, true),
  /** The latest schema reads data of the new one. */
  FORWARD(false, true, false),
  /** Every earlier schema reads data of the new one. */
  FORWARD_TRANSITIVE(false, true, true),
  /** Both ways with the latest one. */
  FULL(true, true, false),
  /** Both ways with every earlier one. */
  FULL_TRANSITIVE(true, true, true);

  private final boolean backward;
  private final boolean forward;
  private final boolean transitive;

  CompatibilityLevel(boolean backward, boolean forward, boolean transitive) {
    this.backward = backward;
    this.forward = forward;
    this.transitive = transitive;
  }

  /** Must the new schema read old data? */
  public boolean backward() {
    return backward;
  }

  /** Must old schemas read new data? */
  public boolean forward() {
    return forward;
  }

  /** Are all earlier versions asked, not the latest alone? */
  public boolean transitive() {
    return transitive;
  }
}
