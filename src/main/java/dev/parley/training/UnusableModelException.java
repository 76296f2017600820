package dev.parley.training;

/** A stored model cannot be used; the message says why and what to do. */
public final class UnusableModelException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UnusableModelException(String message) {
    super(message);
  }

  UnusableModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
