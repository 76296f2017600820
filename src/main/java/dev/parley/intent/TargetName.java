package dev.parley.intent;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What has to be typed to confirm a critical action: the name of its target, so that nobody
 * confirms from habit.
 */
public final class TargetName {
  private static final int NAMED_ONE_BY_ONE = 3;
  private static final Pattern AROUND = Pattern.compile("^[\"'`]+|[\"'`.!]+$");
  private static final Pattern BETWEEN = Pattern.compile("\\s*,\\s*(?:and\\s+)?|\\s+and\\s+|\\s+");

  private final List<String> names;

  private TargetName(List<String> names) {
    this.names = names;
  }

  /**
   * The hosts that it runs on; with more than three their number ("12 hosts"); where it runs on no
   * host its first slot's values, else the words of its name ("raise shields").
   */
  public static TargetName of(Proposal proposal) {
    var hosts = proposal.targets().stream().map(Proposal.Target::name).distinct().toList();
    if (hosts.size() > NAMED_ONE_BY_ONE) {
      return new TargetName(List.of(hosts.size() + " hosts"));
    }
    if (!hosts.isEmpty()) {
      return new TargetName(hosts);
    }
    var request = proposal.request();
    return new TargetName(
        request.slots().keySet().stream()
            .findFirst()
            .map(request::canonical)
            .filter(values -> !values.isEmpty())
            .orElseGet(() -> List.of(request.intent().replace('_', ' '))));
  }

  /** Whether a text is this name and nothing else; several names in any order. */
  public boolean isTypedIn(String text) {
    var typed = plain(text);
    return typed.equals(plain(String.join(" ", names)))
        || BETWEEN
            .splitAsStream(typed)
            .collect(Collectors.toSet())
            .equals(names.stream().map(TargetName::plain).collect(Collectors.toSet()));
  }

  private static String plain(String text) {
    return AROUND.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceAll("").strip();
  }

  /** As it is asked for, e.g. {@code web-01, web-02}. */
  @Override
  public String toString() {
    return String.join(", ", names);
  }
}
