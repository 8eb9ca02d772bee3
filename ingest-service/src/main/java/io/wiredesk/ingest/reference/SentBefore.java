package io.wiredesk.ingest.reference;

import java.util.Set;

/** What one line has sent: names under which items are known, each to the uris that bore it. */
public interface SentBefore {

  /** Uris known under a name of {@link Names}, within the window; in no order. */
  Set<String> under(String name);
}
