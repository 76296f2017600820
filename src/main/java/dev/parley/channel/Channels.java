package dev.parley.channel;

import dev.parley.intent.NearNames;
import dev.parley.intent.Problem;
import dev.parley.intent.YamlMap;
import dev.parley.intent.YamlNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The front ends that a home wants: {@code channels.yml}, where no file means none.
 *
 * @param setups by platform
 */
public record Channels(Map<String, Setup> setups) {
  public static final Channels NONE = new Channels(Map.of());

  public Channels {
    setups = Map.copyOf(setups);
  }

  /** What was read, with everything that is wrong. */
  public record Result(Channels channels, List<Problem> problems) {}

  /** Reads the file; nothing is connected where there are problems. */
  public static Result read(Path file, List<FrontEndKind> kinds) {
    if (!Files.exists(file)) {
      return new Result(NONE, List.of());
    }
    var problems = new ArrayList<Problem>();
    var setups = new LinkedHashMap<String, Setup>();
    YamlNode.read(file, String.valueOf(file.getFileName()), problems)
        .map(root -> root.map("the front ends"))
        .ifPresent(map -> read(map, kinds, setups));
    return new Result(problems.isEmpty() ? new Channels(setups) : NONE, List.copyOf(problems));
  }

  private static void read(YamlMap map, List<FrontEndKind> kinds, Map<String, Setup> into) {
    var names = kinds.stream().map(FrontEndKind::platform).toList();
    map.forEach(
        (name, settings) ->
            kinds.stream()
                .filter(kind -> kind.platform().equals(name))
                .findFirst()
                .ifPresentOrElse(
                    kind -> into.put(name, kind.read(settings.map(name))),
                    () ->
                        map.key(name)
                            .problem(
                                "There is no front end " + name + ".",
                                NearNames.didYouMean(
                                    name, names, "Known are " + String.join(", ", names) + "."))));
  }

  /** The name of a secret, never the secret itself; empty where it is missing or none. */
  public static Optional<String> secret(YamlMap map, String key) {
    var named = map.text(key);
    var sound = named.filter(name -> name.matches(Workshop.SECRET_NAME));
    if (named.isPresent() && sound.isEmpty()) {
      map.key(key)
          .problem(
              key + " is the name of a secret, never the secret itself.",
              "Write e.g. chat-"
                  + key.replace('_', '-')
                  + ", and put it into a file of that name in"
                  + " secrets/ of the data folder.");
    }
    return sound;
  }
}
