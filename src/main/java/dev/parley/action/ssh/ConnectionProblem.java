package dev.parley.action.ssh;

/** No session with a host came about; the message is for people and says what to do. */
public final class ConnectionProblem extends Exception {
  private static final long serialVersionUID = 1;

  ConnectionProblem(String message) {
    super(message);
  }

  ConnectionProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
