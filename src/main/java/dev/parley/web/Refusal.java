package dev.parley.web;

/**
 * Why a request is not served: an HTTP status and one sentence that says what to do.
 *
 * @param status e.g. 403
 */
public record Refusal(int status, String detail) {
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

  static RefusedException notFound(String detail) {
    return new RefusedException(new Refusal(404, detail));
  }
}
