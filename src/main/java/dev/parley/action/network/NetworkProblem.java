package dev.parley.action.network;

/** Nothing could be found out, or must not be; the message is one sentence for people. */
final class NetworkProblem extends Exception {
  private static final long serialVersionUID = 1;

  NetworkProblem(String message) {
    super(message);
  }

  /** The sentence for people. */
  String sentence() {
    return String.valueOf(getMessage());
  }
}
