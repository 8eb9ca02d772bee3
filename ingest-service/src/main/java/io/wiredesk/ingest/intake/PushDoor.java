package io.wiredesk.ingest.intake;

import io.javalin.http.Context;

/** Decides whether a push may come in. Thread-safe. */
public interface PushDoor {

  /** Lets everybody in. */
  PushDoor OPEN =
      new PushDoor() {
        @Override
        public void admit(Context ctx, String feed) {}

        @Override
        public void check(Context ctx, String feed, byte[] body) {}
      };

  /**
   * Before the body is read.
   *
   * @throws io.javalin.http.HttpResponseException 401, 403 or 503 with a sentence
   */
  void admit(Context ctx, String feed);

  /**
   * When the body is there.
   *
   * @throws io.javalin.http.HttpResponseException 401 with a sentence
   */
  void check(Context ctx, String feed, byte[] body);
}
