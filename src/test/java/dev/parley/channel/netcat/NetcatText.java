package dev.parley.channel.netcat;

import dev.parley.reply.Reply;

/** A reply as lines, with what can be answered at the end. */
final class NetcatText {
  private NetcatText() {}

  static String of(Reply reply) {
    var text = reply.plainText().replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "\uFFFD");
    return reply.choices().isEmpty() ? text : text + " " + reply.choices();
  }
}
