package io.wiredesk.cli.bench;

import io.wiredesk.cli.tool.PushKey;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Gives a wire to the pipeline. Safe to share between threads. */
@FunctionalInterface
interface Pushes {

  /** Pushes; the answer is true once the bytes are durable, false where they are refused. */
  CompletableFuture<Boolean> push(Wire wire);

  /** Over HTTP to the ingest service; it says 429 while it is full, then it is asked again. */
  static Pushes http(String ingest) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    return new Pushes() {
      @Override
      public CompletableFuture<Boolean> push(Wire wire) {
        HttpRequest request =
            PushKey.on(
                    HttpRequest.newBuilder(URI.create(ingest + "/feeds/" + wire.feed() + "/items")))
                .timeout(Duration.ofMinutes(1))
                .POST(HttpRequest.BodyPublishers.ofByteArray(wire.bytes()))
                .build();
        return client
            .sendAsync(request, BodyHandlers.discarding())
            .thenCompose(
                answer ->
                    answer.statusCode() == 429 || answer.statusCode() == 503
                        ? CompletableFuture.supplyAsync(
                                () -> wire,
                                CompletableFuture.delayedExecutor(
                                    20, java.util.concurrent.TimeUnit.MILLISECONDS))
                            .thenCompose(this::push)
                        : CompletableFuture.completedFuture(answer.statusCode() == 202));
      }
    };
  }
}
