package dev.parley.demo;

import java.io.IOException;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.channel.ChannelFactory;
import org.apache.sshd.common.channel.RequestHandler;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.channel.ChannelSessionFactory;

/** A session channel that runs a command and refuses shells, terminals, forwarding and the rest. */
final class CommandChannel extends ChannelSession {
  static final ChannelFactory FACTORY =
      new ChannelSessionFactory() {
        @Override
        public Channel createChannel(Session session) {
          return new CommandChannel();
        }
      };

  @Override
  protected RequestHandler.Result handleInternalRequest(
      String request, boolean wantReply, Buffer buffer) throws IOException {
    return request.equals("exec")
        ? super.handleInternalRequest(request, wantReply, buffer)
        : RequestHandler.Result.ReplyFailure;
  }
}
