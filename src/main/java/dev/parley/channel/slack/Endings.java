package dev.parley.channel.slack;

import dev.parley.intent.ExecutionStatus;

/** Shows how something ended where it began: a reaction, and a line under what was confirmed. */
record Endings(SlackApi api, Manners manners) {
  void known(Traces.Mark mark, ExecutionStatus status) {
    var reaction = reaction(status);
    manners.owed(
        api,
        methods ->
            methods.reactionsAdd(
                r -> r.channel(mark.channel()).timestamp(mark.ts()).name(reaction)));
    var confirmed = mark.confirmed();
    if (confirmed != null) {
      var line = ":" + reaction + ": " + mark.line() + " — " + words(status);
      confirmed.settled(line).update(api, manners);
    }
  }

  private static String reaction(ExecutionStatus status) {
    return switch (status) {
      case SUCCEEDED -> "white_check_mark";
      case CANCELLED -> "no_entry_sign";
      default -> "x";
    };
  }

  private static String words(ExecutionStatus status) {
    return switch (status) {
      case SUCCEEDED -> "done";
      case CANCELLED -> "cancelled";
      case TIMED_OUT -> "it took too long";
      case UNKNOWN -> "nobody knows how it ended";
      default -> "it failed";
    };
  }
}
