package dev.parley.channel;

/** A front end could not connect; the message is one sentence for whoever runs the server. */
public final class NotConnectedException extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean passing;

  private NotConnectedException(String sentence, boolean passing) {
    super(sentence);
    this.passing = passing;
  }

  /** It may go by, e.g. a server that is away: it is tried again. */
  public static NotConnectedException forNow(String sentence) {
    return new NotConnectedException(sentence, true);
  }

  /** Only other settings help, e.g. a token that is refused. */
  public static NotConnectedException forGood(String sentence) {
    return new NotConnectedException(sentence, false);
  }

  /** Whether trying again may help. */
  public boolean passing() {
    return passing;
  }

  /** What is wrong, in a sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
