package dev.parley.person;

import java.util.Set;

/** Tells of which groups of a directory somebody is a member. */
public interface GroupSource {
  /**
   * Asks the directory.
   *
   * @return the names of the groups; empty for somebody whom it does not know
   */
  Set<String> groups(String user) throws UnavailableException;

  /** The directory does not answer, or not as it should; the message is a sentence. */
  final class UnavailableException extends Exception {
    private static final long serialVersionUID = 1;

    public UnavailableException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
