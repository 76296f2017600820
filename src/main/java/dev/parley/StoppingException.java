package dev.parley;

/** The assistant hears nothing more, because it is about to end. The message was not taken. */
public final class StoppingException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StoppingException() {
    super("The assistant is stopping, so this was not heard. Send it again in a moment.");
  }
}
