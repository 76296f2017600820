package dev.parley.wiring;

import dev.parley.channel.FrontEndKind;
import dev.parley.channel.irc.IrcKind;
import dev.parley.channel.mattermost.MattermostKind;
import dev.parley.channel.slack.SlackKind;
import java.util.List;

/** The front ends that {@code channels.yml} can name. */
final class FrontEndKinds {
  static final List<FrontEndKind> ALL =
      List.of(new IrcKind(), new MattermostKind(), new SlackKind());

  private FrontEndKinds() {}
}
