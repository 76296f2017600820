package dev.parley.action.ssh;

import java.io.IOException;
import java.util.List;
import org.apache.sshd.agent.SshAgent;
import org.apache.sshd.agent.SshAgentFactory;
import org.apache.sshd.agent.SshAgentServer;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.FactoryManager;
import org.apache.sshd.common.channel.ChannelFactory;
import org.apache.sshd.common.session.ConnectionService;
import org.apache.sshd.common.session.Session;
import org.jspecify.annotations.Nullable;

/** Lets a session log in with the agent that is meant for it. No agent is ever forwarded. */
final class AgentLogin implements SshAgentFactory {
  /** What a session logs in with. */
  static final AttributeKey<Identities> IDENTITIES = new AttributeKey<>();

  @Override
  public @Nullable SshAgent createClient(Session session, FactoryManager manager)
      throws IOException {
    var identities = session.getAttribute(IDENTITIES);
    return identities == null || identities.agent() == null
        ? null
        : Agent.connect(identities.agent(), identities.only());
  }

  @Override
  public List<ChannelFactory> getChannelForwardingFactories(FactoryManager manager) {
    return List.of();
  }

  @Override
  public SshAgentServer createServer(ConnectionService service) throws IOException {
    throw new IOException("No agent is forwarded.");
  }
}
