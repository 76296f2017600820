package dev.parley.demo;

/** What a demo host answers to a command. */
record Answer(int exitStatus, String output, String error) {
  static final int UNKNOWN_COMMAND = 127;

  static Answer ok(String output) {
    return new Answer(0, output, "");
  }

  static Answer failed(int exitStatus, String error) {
    return new Answer(exitStatus, "", error + "\n");
  }

  /** For what a real host could do and this one does not. */
  static Answer unknown(String command) {
    return failed(
        UNKNOWN_COMMAND,
        "%s: the demo fleet does not know this command; it knows only what the shipped intents use."
            .formatted(command));
  }
}
