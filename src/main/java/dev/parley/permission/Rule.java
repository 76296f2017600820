package dev.parley.permission;

import dev.parley.intent.Risk;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One rule of {@code permissions.yml}. Whatever is empty or null restricts nothing.
 *
 * @param place where it stands, e.g. {@code permissions.yml:14}
 * @param everybody whether it is about everybody, guests included
 * @param roles whom it is about: whoever holds one of these
 * @param people whom it is about, by name
 * @param intents patterns of names
 * @param risks exactly these risks, as an alternative to {@code intents}
 * @param highest nothing riskier than this
 * @param values slot to patterns of canonical values
 * @param channels patterns of a channel's name, or of channel and place
 * @param weekly when it counts, in the time zone of whoever asks
 * @param code whether what it allows takes a one-time password after the yes
 */
public record Rule(
    String place,
    boolean everybody,
    Set<String> roles,
    Set<String> people,
    List<String> intents,
    Set<Risk> risks,
    @Nullable Risk highest,
    Map<String, List<String>> values,
    List<String> channels,
    Weekly weekly,
    boolean allow,
    boolean code) {
  public Rule {
    roles = Set.copyOf(roles);
    people = Set.copyOf(people);
    intents = List.copyOf(intents);
    risks = Set.copyOf(risks);
    values = Map.copyOf(values);
    channels = List.copyOf(channels);
  }
}
