package dev.parley;

/** Nothing can be stored just now, so nothing was heard or begun. */
public final class RecordsAwayException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public RecordsAwayException(Throwable cause) {
    super(
        "What is said cannot be written down just now, so this was not heard. Send it again in a"
            + " moment.",
        cause);
  }
}
