package dev.parley.cli;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** With whom to talk, and as whom. */
final class PartnerOptions {
  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "Talk to the server there, with the token in PARLEY_TOKEN (the server that owns the data"
              + " folder; without one the folder is opened here).")
  @Nullable URI url;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description =
          "Speak as this person of permissions.yml; works with --simulate, or with a token that may"
              + " speak for others (the operating system's user).")
  @Nullable String as;

  @Option(
      names = "--conversation",
      paramLabel = "ID",
      description = "Which conversation to go on with (one of your own).")
  @Nullable String conversation;

  Meeting.Wish wish(boolean simulate) {
    if (url != null
        && (url.getHost() == null
            || !"https".equals(url.getScheme()) && !"http".equals(url.getScheme()))) {
      throw Complaint.usage(
          "--url " + url + " is no address. Write one such as https://ops.example.org.");
    }
    return new Meeting.Wish(url, as, conversation, simulate);
  }
}
