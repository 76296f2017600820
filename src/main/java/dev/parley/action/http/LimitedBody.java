package dev.parley.action.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Takes the beginning of a body and leaves the rest, however long it is. */
final class LimitedBody implements BodySubscriber<LimitedBody.Beginning> {
  /** What is read of one answer. */
  static final int LARGEST = 1_000_000;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CompletableFuture<Beginning> beginning = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;

  /**
   * What was read.
   *
   * @param cut whether there was more
   */
  record Beginning(byte[] bytes, boolean cut) {}

  @Override
  public CompletionStage<Beginning> getBody() {
    return beginning;
  }

  @Override
  public void onSubscribe(Flow.Subscription it) {
    subscription = it;
    it.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (var buffer : buffers) {
      int room = Math.min(buffer.remaining(), LARGEST - bytes.size());
      var part = new byte[room];
      buffer.get(part);
      bytes.write(part, 0, room);
      if (buffer.hasRemaining()) {
        if (subscription != null) {
          subscription.cancel();
        }
        beginning.complete(new Beginning(bytes.toByteArray(), true));
        return;
      }
    }
  }

  @Override
  public void onError(Throwable problem) {
    beginning.completeExceptionally(problem);
  }

  @Override
  public void onComplete() {
    beginning.complete(new Beginning(bytes.toByteArray(), false));
  }
}
