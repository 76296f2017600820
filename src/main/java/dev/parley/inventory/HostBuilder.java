package dev.parley.inventory;

import dev.parley.intent.NearNames;
import dev.parley.intent.Problem;
import dev.parley.intent.SlotForms;
import dev.parley.intent.SlotType;
import dev.parley.inventory.AnsibleGroups.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a host of its variables. Variables that only concern Ansible are left to Ansible. */
final class HostBuilder {
  static final String NAMES = "Begin with a letter or digit; go on with those, dots, - and _.";
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.:-]{0,252}");
  private static final List<String> USED =
      List.of(
          "ansible_host",
          "ansible_port",
          "ansible_user",
          "ansible_ssh_private_key_file",
          "ansible_become",
          "ansible_connection",
          "ansible_ssh_common_args",
          "ansible_ssh_extra_args",
          "ansible_jump_host");
  private static final Set<String> OTHERS =
      Set.of("ansible_ssh_host", "ansible_ssh_port", "ansible_ssh_user", "ansible_ssh_args");

  /** In the order of how much they would have to say. */
  private static final List<String> JUMPS =
      List.of("ansible_jump_host", "ansible_ssh_extra_args", "ansible_ssh_common_args");

  private static final Set<String> SSH = Set.of("ssh", "smart", "paramiko", "paramiko_ssh");
  private static final Pattern SUDO_PASSWORD =
      Pattern.compile("ansible_(?:become|sudo|su)_pass(?:word)?");
  private static final Pattern PASSWORD =
      Pattern.compile("ansible_(?:ssh_)?(?:pass|password|private_key_pass(?:phrase|word)?)");

  private final Path folder;
  private final List<Problem> problems;

  HostBuilder(Path folder, List<Problem> problems) {
    this.folder = folder;
    this.problems = problems;
  }

  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** Whether a variable says something that the assistant needs. */
  static boolean uses(String variable) {
    return USED.contains(variable);
  }

  Host build(String name, Map<String, Setting> variables) {
    variables.forEach(this::checkName);
    var address = value(variables, "ansible_host", "ansible_ssh_host");
    address.filter(a -> !isName(a.value())).ifPresent(this::noAddress);
    return new Host(
        name,
        address.map(Setting::value).filter(HostBuilder::isName).orElse(name),
        value(variables, "ansible_port", "ansible_ssh_port").map(this::port).orElse(22),
        value(variables, "ansible_user", "ansible_ssh_user").map(this::user).orElse(null),
        value(variables, "ansible_ssh_private_key_file", "ansible_private_key_file")
            .map(this::key)
            .orElse(null),
        value(variables, "ansible_become", "ansible_sudo").map(this::become).orElse(false),
        jumps(variables),
        value(variables, "ansible_connection", "ansible_connection")
            .map(this::local)
            .orElse(false));
  }

  private List<Host> jumps(Map<String, Setting> variables) {
    for (var name : JUMPS) {
      var setting = variables.get(name);
      var jumps = setting == null ? List.<Host>of() : jumps(name, setting);
      if (!jumps.isEmpty() || (setting != null && name.equals(JUMPS.get(0)))) {
        return jumps;
      }
    }
    return List.of();
  }

  private List<Host> jumps(String name, Setting setting) {
    try {
      return name.equals("ansible_jump_host")
          ? JumpReader.hosts(setting.value())
          : JumpReader.options(setting.value());
    } catch (JumpReader.UnreadableException e) {
      problem(setting, String.valueOf(e.getMessage()), e.todo());
      return List.of();
    }
  }

  private boolean local(Setting setting) {
    if (!setting.value().equals("local") && !SSH.contains(setting.value())) {
      problem(
          setting,
          "There is no connection " + setting.value() + " here.",
          "Write ssh, or local for the assistant's own machine.");
    }
    return setting.value().equals("local");
  }

  private static Optional<Setting> value(
      Map<String, Setting> variables, String name, String olderName) {
    return Optional.ofNullable(variables.getOrDefault(name, variables.get(olderName)));
  }

  /** A secret in a file that many read is one no more; nor would anything be done with it. */
  private void checkSecret(String name, Setting setting) {
    if (SUDO_PASSWORD.matcher(name).matches()) {
      problem(
          setting,
          "Passwords are not used, and " + name + " holds one.",
          "Allow the commands without one in sudoers on the host, and remove this.");
    } else if (PASSWORD.matcher(name).matches()) {
      problem(
          setting,
          "Passwords are not used, and " + name + " holds one.",
          "Let the assistant log in with a key, and remove this.");
    }
  }

  private void checkName(String name, Setting setting) {
    checkSecret(name, setting);
    if (!name.startsWith("ansible_")
        || USED.contains(name)
        || OTHERS.contains(name)
        || PASSWORD.matcher(name).matches()) {
      return;
    }
    USED.stream()
        .filter(used -> NearNames.distance(name, used, 2) <= 2)
        .findFirst()
        .ifPresent(
            used -> problem(setting, "There is no " + name + ".", "Did you mean " + used + "?"));
  }

  private void noAddress(Setting setting) {
    problem(
        setting,
        "The address " + setting.value() + " is none.",
        setting.value().contains("{{")
            ? "Ansible's expressions are not evaluated here; write the value."
            : "Write an IP address or a name.");
  }

  private int port(Setting setting) {
    var port = SlotForms.canonical(SlotType.PORT, setting.value());
    if (port.isEmpty()) {
      problem(
          setting,
          "The port " + setting.value() + " is none.",
          "Write " + SlotForms.expected(SlotType.PORT) + ".");
    }
    return port.map(Integer::parseInt).orElse(22);
  }

  private @Nullable String user(Setting setting) {
    if (setting.value().matches("[A-Za-z0-9_][A-Za-z0-9_.@\\\\-]{0,63}\\$?")) {
      return setting.value();
    }
    problem(setting, "The user " + setting.value() + " is none.", "Write a login name.");
    return null;
  }

  private @Nullable Path key(Setting setting) {
    var text = setting.value();
    try {
      return text.startsWith("~/")
          ? Path.of(System.getProperty("user.home"), text.substring(2))
          : folder.resolve(text).normalize();
    } catch (java.nio.file.InvalidPathException e) {
      problem(setting, "The key file " + text + " is no path.", "Write the path of a private key.");
      return null;
    }
  }

  private boolean become(Setting setting) {
    var text = setting.value().toLowerCase(Locale.ROOT);
    if (!List.of("true", "yes", "1", "on", "false", "no", "0", "off").contains(text)) {
      problem(setting, "ansible_become is " + text + ".", "Write true or false.");
    }
    return List.of("true", "yes", "1", "on").contains(text);
  }

  private void problem(Setting setting, String what, String todo) {
    problems.add(new Problem(setting.place().file(), setting.place().line(), what, todo));
  }
}
