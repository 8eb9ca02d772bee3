package io.wiredesk.ingest.intake;

import io.javalin.http.Context;

/** Decides whether a push may come in. Thread-safe. */
public interface PushDoor {

  /** Lets everybody in. */
  PushDoor OPEN =
      new PushDoor() {
        @Override
        public Standing admit(Context ctx, String feed) {
          return Standing.NAMELESS;
        }

        @Override
        public void check(Context ctx, String feed, byte[] body) {}
      };

  /** What is known of a sender before the body has come. */
  enum Standing {
    /** It has shown a key. */
    KEY,
    /** It has signed, which only the body can prove. */
    SIGNATURE,
    /** Anybody, for a feed of feeds.yml. */
    ANYBODY,
    /** Anybody, for a feed that nothing is said of. */
    NAMELESS
  }

  /**
   * Before the body is read.
   *
   * @throws io.javalin.http.HttpResponseException 401, 403, 429 or 503 with a sentence
   */
  Standing admit(Context ctx, String feed);

  /**
   * When the body is there.
   *
   * @param body as it was sent, still packed
   * @throws io.javalin.http.HttpResponseException 401, 403 or 429 with a sentence
   */
  void check(Context ctx, String feed, byte[] body);
}
