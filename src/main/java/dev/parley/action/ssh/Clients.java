package dev.parley.action.ssh;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;

/** Makes SSH clients that do nothing but run commands on hosts with the right key. */
final class Clients {
  /** What judges the host's key on a connection. */
  static final AttributeKey<HostKeyCheck> CHECK = new AttributeKey<>();

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final int HEARTBEATS_MISSED = 4;
  private static final int WORKERS = 2;

  private Clients() {}

  /**
   * Public keys only; no agent but to log in with, nothing forwarded that a host asks for, no
   * settings from {@code ~/.ssh/config}.
   */
  static SshClient strict() {
    var client = SshClient.setUpDefaultClient();
    client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    client.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
    client.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
    client.setAgentFactory(new AgentLogin());
    client.setServerKeyVerifier((session, address, key) -> check(session).accepts(key));
    client.addSessionListener(new KnownTypesFirst());
    CoreModuleProperties.NIO_WORKERS.set(client, WORKERS);
    // Without it a host that refuses to run anything would look like a command that hangs.
    CoreModuleProperties.REQUEST_EXEC_REPLY.set(client, true);
    CoreModuleProperties.IDLE_TIMEOUT.set(client, Duration.ZERO);
    CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, HEARTBEAT);
    CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(client, HEARTBEATS_MISSED);
    return client;
  }

  private static HostKeyCheck check(ClientSession session) {
    return session.getConnectionContext().getAttribute(CHECK);
  }

  /**
   * Asks a host for a key of a kind that is known of it: one that has several would otherwise show
   * another, which would look changed.
   */
  private static final class KnownTypesFirst implements SessionListener {
    @Override
    public void sessionNegotiationOptionsCreated(
        Session session, Map<KexProposalOption, String> proposal) {
      var types = check((ClientSession) session).preferredTypes();
      proposal.computeIfPresent(
          KexProposalOption.SERVERKEYS, (option, offered) -> reordered(offered, types));
    }

    private static String reordered(String offered, List<String> types) {
      var all = Arrays.asList(offered.split(","));
      return Stream.concat(
              all.stream().filter(algorithm -> serves(algorithm, types)),
              all.stream().filter(algorithm -> !serves(algorithm, types)))
          .collect(Collectors.joining(","));
    }

    /** An RSA key also serves the algorithms that hash with SHA-2. */
    private static boolean serves(String algorithm, List<String> types) {
      return types.contains(algorithm)
          || (algorithm.startsWith("rsa-sha2-") && types.contains("ssh-rsa"));
    }
  }
}
