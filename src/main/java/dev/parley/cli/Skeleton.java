package dev.parley.cli;

/** An intent to begin with: sound as it is, and harmless until somebody says what it runs. */
final class Skeleton {
  private Skeleton() {}

  static String intent(String name) {
    return """
    # What can be asked for: this file. In which words: training-data/%1$s.yml.
    # Everything that may stand here is in docs/configuration.md, actions are in docs/actions.md.
    intent: %1$s
    summary: %2$s

    # low: only reads, and runs at once. medium: asks yes or no. high: shows exactly what will run,
    # and asks. critical: has its target typed, and asks a second person.
    risk: medium

    # A role that whoever asks must hold, besides what permissions.yml allows:
    # permission: operator

    # Whether "at 22:00" or "in ten minutes" may be said with it: optional or none.
    schedule: none

    # Values that it takes, in the order in which they are asked for. Types are host, service,
    # environment, count, duration, text … A value that nobody has to give has required: false.
    slots:
      host: {type: host, many: true, ask: "On which host?"}

    # What it runs: ssh on hosts, process on this machine, or http. A command is a list of
    # arguments; {host} is the value of a slot. This one only says that it ran.
    action:
      ssh: {on: "{host}", command: ["echo", "%1$s"], timeout: 30s}

    replies:
      started: "Running %1$s on {host}"
      succeeded: "This is what %1$s says on {host}"
      failed: "%1$s did not work on {host}"
    """
        .formatted(name, summary(name));
  }

  static String examples(String name) {
    var words = name.replace('_', ' ').strip();
    return """
    version: "3.1"
    nlu:
    # How people ask for it: each value is marked with its slot, [web-01](host). These are only a
    # beginning; fifteen sentences that differ, in the words of your colleagues, are good.
    - intent: %1$s
      examples: |
        - %2$s
        - %2$s on [web-01](host)
        - please do %2$s on [web-02](host)
        - can you run %2$s on [web-01](host)
        - i need %2$s for [web-02](host)
        - run %2$s on all [web](host) hosts
    """
        .formatted(name, words);
  }

  private static String summary(String name) {
    var words = name.replace('_', ' ').strip();
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
