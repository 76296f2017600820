package dev.parley.cli;

/** Ends a verb with one sentence on standard error and an exit status. */
public final class Complaint extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Something was asked for wrongly, or a file cannot be read. */
  public static final int USAGE = 2;

  /** It was asked for rightly and did not succeed. */
  public static final int FAILED = 1;

  private final int status;

  public Complaint(int status, String message) {
    super(message);
    this.status = status;
  }

  public static Complaint usage(String message) {
    return new Complaint(USAGE, message);
  }

  public static Complaint failed(String message) {
    return new Complaint(FAILED, message);
  }

  int status() {
    return status;
  }
}
