package dev.parley.web;

import java.time.Duration;

/**
 * Why a request is not served: an HTTP status and one sentence that says what to do.
 *
 * @param status e.g. 403
 * @param pause after how long to try again; zero where that is no use
 */
public record Refusal(int status, String detail, Duration pause) {
  /** One that waiting does not change. */
  public Refusal(int status, String detail) {
    this(status, detail, Duration.ZERO);
  }

  /** Ends a request with a refusal. */
  public static final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Refusal refusal;

    RefusedException(Refusal refusal) {
      super(refusal.detail(), null, false, false);
      this.refusal = refusal;
    }

    public Refusal refusal() {
      return refusal;
    }
  }

  public static RefusedException badRequest(String detail) {
    return new RefusedException(new Refusal(400, detail));
  }

  static RefusedException forbidden(String detail) {
    return new RefusedException(new Refusal(403, detail));
  }

  static RefusedException conflict(String detail) {
    return new RefusedException(new Refusal(409, detail));
  }

  static RefusedException notFound(String detail) {
    return new RefusedException(new Refusal(404, detail));
  }
}
