package dev.parley.person;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A directory whose groups give roles.
 *
 * @param host where it is
 * @param port on which port
 * @param tls from the first byte on
 * @param startTls after a question in the clear
 * @param ca a file with the certificates to trust instead of those of Java; or null
 * @param bind as whom to log in, a DN; empty for anonymous
 * @param secret the name of the secret that is the password
 * @param userBase under which DN people are
 * @param userFilter finds one of them; {@code {user}} stands for the name, escaped
 * @param memberOf the attribute of a person that names their groups; or null
 * @param groupBase under which DN groups are, or null
 * @param groupFilter finds the groups of a person; {@code {dn}} and {@code {user}} stand for them
 * @param groupName the attribute that names a group
 * @param roles what members of each group hold, with all that is included
 * @param platforms whose account ids are the names of people in the directory
 * @param refresh how often somebody is looked up again
 * @param grace for how long what it said last counts while it does not answer
 */
public record DirectorySettings(
    String host,
    int port,
    boolean tls,
    boolean startTls,
    @Nullable String ca,
    String bind,
    String secret,
    String userBase,
    String userFilter,
    @Nullable String memberOf,
    @Nullable String groupBase,
    String groupFilter,
    String groupName,
    Map<String, Set<String>> roles,
    List<String> platforms,
    Duration refresh,
    Duration grace) {
  public DirectorySettings {
    roles = Map.copyOf(roles);
    platforms = List.copyOf(platforms);
  }
}
